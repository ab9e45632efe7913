"""Who works on which sites, and that nobody opens or changes what belongs to others."""
