/* What the four landscapes share: screenprint grain, plants that repeat, and the hand that strews them.
 *
 * <g data-strew="heather-a heather-b" data-within="heath" data-count="400" data-size="0.4 1.2">
 *   strews symbols inside the path #heath; they grow from the first size at its top to the second at its foot.
 * <g data-strew="blossom-tree" data-along="row-1" data-gap="40 60">
 *   plants symbols along the path #row-1; the gap grows, like the size, from the start to the end of the path.
 * data-tilt="20" turns each at most so many degrees; data-seed makes another, equally repeatable, draw.
 * class="grain-heide" (or another ink) turns a shape's opacity into speckles of that ink.
 */
"use strict";

const SVG = "http://www.w3.org/2000/svg";
const INKS = {
  coal: "#221a26", night: "#382038", heide: "#733763", ling: "#a35f8c", mauve: "#cda6b8",
  blossom: "#f0bab4", rose: "#d8848a", chalk: "#fcf6e9", sand: "#efdab4", ochre: "#d2a565", moss: "#69713f", pine: "#38452f",
};

const grain = ([name, ink]) => `
  <filter id="grain-${name}" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
    <feTurbulence type="fractalNoise" baseFrequency=".24" numOctaves="1" seed="4"/>
    <feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  2 0 0 0 -.5"/>
    <feComposite in2="SourceAlpha" operator="arithmetic" k2="1" k3="1" k4="-1" result="sum"/>
    <feComponentTransfer in="sum" result="speckle"><feFuncA type="linear" slope="6" intercept="-.2"/></feComponentTransfer>
    <feFlood flood-color="${ink}"/>
    <feComposite in2="speckle" operator="in"/>
  </filter>`;

/* A spike of heather is a round-capped dashed line: a string of beads. */
const spike = (x, y, height, lean, ink, width) =>
  `<path d="M${x} ${y} q${lean * 0.2} ${-height * 0.6} ${lean} ${-height}" fill="none" stroke="${ink}"
     stroke-width="${width}" stroke-linecap="round" stroke-dasharray="0 ${width * 0.86}"/>`;

const heather = (id, back, front, light) => `
  <symbol id="${id}" overflow="visible">
    <path d="M-34 4 Q-40 -8 -52 -14 M34 4 Q42 -8 56 -12 M-12 4 L-16 -20 M12 4 L16 -18" fill="none" stroke="${INKS.pine}" stroke-width="5" stroke-linecap="round"/>
    ${spike(-44, -6, 22, -18, back, 10)}${spike(42, -6, 20, 20, back, 10)}${spike(-26, -8, 36, -16, back, 11)}${spike(26, -8, 34, 17, back, 11)}
    ${spike(-12, -8, 46, -8, front, 11)}${spike(13, -8, 42, 9, front, 11)}${spike(0, -4, 40, 1, light, 9)}${spike(-24, 0, 22, -6, front, 9)}${spike(23, 0, 20, 7, light, 8)}
  </symbol>`;

const petals = (ink, count, reach, width) => Array.from({ length: count }, (_, n) =>
  `<ellipse cx="0" cy="${-reach}" rx="${width}" ry="${reach * 0.8}" fill="${ink}" transform="rotate(${(360 / count) * n})"/>`).join("");

const SYMBOLS = `
  ${Object.entries(INKS).map(grain).join("")}
  ${heather("heather-a", "#5c2b52", "#8b4a78", "#b8789f")}
  ${heather("heather-b", "#733763", "#a35f8c", "#d6a3bd")}
  ${heather("heather-c", "#472241", "#6d345e", "#8b4a78")}
  <symbol id="tuft" overflow="visible"><path d="M-16 4 Q-14 -14 -24 -26 Q-8 -16 -6 0 Q-6 -22 0 -36 Q5 -20 5 0
    Q8 -16 22 -28 Q14 -10 16 4z"/></symbol>
  <symbol id="grass" overflow="visible"><path d="M-10 4 Q-12 -50 -40 -92 Q-8 -58 -3 0 Q-6 -70 4 -122 Q10 -64 5 0
    Q12 -46 44 -78 Q16 -40 12 4z"/></symbol>
  <symbol id="mound" overflow="visible"><path d="M-30 6 Q-32 -12 -16 -16 Q-8 -28 6 -22 Q22 -22 24 -10 Q34 -4 30 6z"/></symbol>
  <symbol id="round-tree" overflow="visible"><path d="M-3 2 L-2 -16 H2 L3 2z"/><path d="M-24 -22 Q-28 -40 -14 -48
    Q-8 -64 6 -58 Q22 -56 22 -42 Q32 -30 20 -20 Q8 -10 -8 -14 Q-20 -12 -24 -22z"/></symbol>
  <symbol id="poplar" overflow="visible"><path d="M-2 2 V-14 Q-13 -40 -9 -70 Q-5 -100 0 -112 Q7 -98 10 -70 Q13 -38 3 -14 V2z"/></symbol>
  <symbol id="pine" overflow="visible"><path d="M-2 2 L-3 -18 L-26 -14 Q-14 -26 -10 -36 L-19 -34 Q-8 -48 -6 -58 L-11 -57
    Q-3 -70 0 -86 Q4 -70 12 -57 L7 -58 Q9 -48 20 -34 L11 -36 Q15 -26 27 -14 L3 -18 L2 2z"/></symbol>
  <symbol id="blossom-tree" overflow="visible">
    <path d="M-5 3 L-4 -18 L-16 -36 L0 -26 L14 -38 L4 -18 L6 3z" fill="${INKS.night}"/>
    <path d="M-30 -22 Q-46 -28 -40 -44 Q-48 -62 -30 -70 Q-26 -90 -4 -90 Q18 -96 28 -76 Q46 -68 40 -50 Q48 -32 30 -24 Q16 -14 0 -22 Q-16 -12 -30 -22z" fill="${INKS.rose}"/>
    <path d="M-26 -34 Q-38 -38 -33 -50 Q-38 -64 -24 -69 Q-18 -86 -2 -85 Q16 -88 24 -73 Q37 -66 33 -54 Q38 -42 24 -36 Q14 -44 4 -38 Q-10 -30 -26 -34z" fill="${INKS.blossom}"/>
    <path d="M-22 -54 Q-28 -64 -16 -69 Q-10 -81 2 -78 Q16 -80 20 -69 Q28 -60 18 -56 Q8 -60 0 -54 Q-12 -48 -22 -54z" fill="${INKS.chalk}"/>
  </symbol>
  <symbol id="flower" overflow="visible">
    ${petals(INKS.blossom, 5, 15, 12)}${petals(INKS.chalk, 5, 12, 9)}
    <circle r="6" fill="${INKS.rose}"/><circle r="2.6" fill="${INKS.heide}"/>
  </symbol>
  <symbol id="flower-shade" overflow="visible">
    ${petals(INKS.rose, 5, 14, 11)}${petals(INKS.blossom, 5, 11, 8)}<circle r="5" fill="${INKS.heide}"/>
  </symbol>
  <symbol id="bud" overflow="visible"><path d="M0 2 Q-9 -6 -6 -16 Q0 -22 6 -16 Q9 -6 0 2z" fill="${INKS.rose}"/>
    <path d="M-1 0 Q-5 -7 -3 -13 Q0 -16 2 -12z" fill="${INKS.blossom}"/></symbol>
  <symbol id="leaf" overflow="visible"><path d="M0 0 Q-12 -14 0 -34 Q12 -14 0 0z"/></symbol>
  <symbol id="glint" overflow="visible"><path d="M-46 0 Q-20 -5 0 -2 Q24 -5 46 0 Q22 4 0 3 Q-22 5 -46 0z"/></symbol>
  <symbol id="bird" overflow="visible"><path d="M-34 -8 Q-16 -20 0 0 Q16 -20 34 -8 Q16 -12 1 7 Q-15 -12 -34 -8z"/></symbol>
  <symbol id="headframe" overflow="visible" stroke-linecap="round" stroke-linejoin="round" fill="none">
    <!-- 300 high, its foot at 0,0: a tower with two wheels, and the back stays that take the pull of the cables -->
    <path d="M-40 0 L-24 -232 M40 0 L24 -232 M150 0 L26 -214 M128 0 L24 -178" stroke-width="9"/>
    <path d="M-39 -10 L35 -70 M39 -10 L-35 -70 M-35 -70 L30 -126 M35 -70 L-31 -126 M-31 -126 L27 -178 M31 -126 L-27 -178 M-27 -178 L24 -226
      M27 -178 L-24 -226 M-36 -70 H36 M-31 -126 H31 M-27 -178 H27 M34 -70 L108 -70 M31 -126 L66 -112 M76 -126 L40 -178 M116 -60 L70 -126" stroke-width="4.5"/>
    <path d="M-50 -232 H56 M-44 -262 V-232 M50 -262 V-232 M-50 -262 H56" stroke-width="6"/>
    <circle cx="-12" cy="-264" r="38" stroke-width="6"/><circle cx="22" cy="-264" r="38" stroke-width="6"/>
    <path d="M-12 -302 V-226 M-50 -264 H26 M-39 -291 L15 -237 M15 -291 L-39 -237" stroke-width="2.6"/>
    <path d="M-58 -306 Q4 -330 68 -306" stroke-width="8"/><path d="M-48 -306 V-262 M58 -306 V-262" stroke-width="5"/>
    <path d="M60 -262 L300 -60" stroke-width="2.4"/><path d="M-16 -302 L300 -66" stroke-width="2"/>
  </symbol>`;

/* Park and Miller's generator: the same picture each time it is made. */
function dice(seed) {
  let state = (seed * 7919 + 11) % 2147483647;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

const numbers = (text) => text.split(" ").map(Number);

function pointsWithin(path, group, roll) {
  const box = path.getBBox();
  const points = [];
  for (let tries = 0; points.length < Number(group.dataset.count) && tries < 60000; tries++) {
    /* squared: what is far lies closer together */
    const depth = roll() ** Number(group.dataset.pull || 1.4);
    const point = new DOMPoint(box.x + roll() * box.width, box.y + depth * box.height);
    if (path.isPointInFill(point)) points.push({ x: point.x, y: point.y, depth });
  }
  return points.sort((one, other) => one.y - other.y);
}

function pointsAlong(path, group, roll) {
  const [near, far] = numbers(group.dataset.gap);
  const length = path.getTotalLength();
  const points = [];
  for (let at = 0; at < length; at += (near + (far - near) * (at / length)) * (0.85 + roll() * 0.3)) {
    const { x, y } = path.getPointAtLength(at);
    points.push({ x, y, depth: at / length });
  }
  return points;
}

function strew(group) {
  const roll = dice(Number(group.dataset.seed || 1));
  const path = document.getElementById(group.dataset.within || group.dataset.along);
  const names = group.dataset.strew.split(" ");
  const [small, large] = numbers(group.dataset.size);
  const tilt = Number(group.dataset.tilt || 0);
  for (const { x, y, depth } of (group.dataset.within ? pointsWithin : pointsAlong)(path, group, roll)) {
    const size = (small + (large - small) * depth) * (0.8 + roll() * 0.4);
    const flip = group.dataset.flip !== "no" && roll() < 0.5 ? -1 : 1;
    const use = document.createElementNS(SVG, "use");
    use.setAttribute("href", `#${names[Math.floor(roll() * names.length)]}`);
    use.setAttribute("transform",
      `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${((roll() - 0.5) * 2 * tilt).toFixed(1)}) scale(${(flip * size).toFixed(3)} ${size.toFixed(3)})`);
    group.append(use);
  }
}

const inks = Object.entries(INKS).map(([name, ink]) =>
  `.${name} { fill: ${ink} } .line-${name} { fill: none; stroke: ${ink} } .grain-${name} { filter: url(#grain-${name}) }`).join("\n");
const defs = new DOMParser().parseFromString(`<svg xmlns="${SVG}"><style>${inks}</style><defs>${SYMBOLS}</defs></svg>`, "image/svg+xml");
document.documentElement.prepend(...defs.documentElement.childNodes);
document.querySelectorAll("[data-strew]").forEach(strew);
