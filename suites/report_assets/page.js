"use strict";
// Draws the charts of a cairn report from the JSON in #data. All text from the
// report is written with textContent.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const paths = data.marks.map((mark) => new Path2D(mark.path));
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const shown = new Set(data.marks.map((_, i) => i));
  const plots = [];
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const dayWord = (day) => { const d = new Date(day * 864e5); return d.getUTCDate() + " " + months[d.getUTCMonth()]; };
  const isoDay = (day) => new Date(day * 864e5).toISOString().slice(0, 10);
  const rate = (v) => v >= 1000 ? v.toFixed(0) : v >= 100 ? v.toFixed(1) : v.toFixed(2);
  const element = (tag, text, parent) => {
    const e = document.createElement(tag);
    if (text) e.textContent = text;
    if (parent) parent.append(e);
    return e;
  };

  // spread places the results of one day side by side, in their order. Where nothing
  // was measured for weeks the axis is cut.
  function spread(points) {
    const counts = new Map();
    for (const p of points) counts.set(p.d, (counts.get(p.d) || 0) + 1);
    const at = new Map(), cuts = [];
    let last = null, x = 0;
    for (const day of [...counts.keys()].sort((a, b) => a - b)) {
      const gap = last === null ? 0 : day - last;
      if (gap > 28) cuts.push(x + 2);
      x += gap > 28 ? 3 : gap;
      at.set(day, x);
      last = day;
    }
    const seen = new Map();
    const spots = points.map((p) => {
      const k = seen.get(p.d) || 0;
      seen.set(p.d, k + 1);
      return { p, x: at.get(p.d) + (k + 1) / (counts.get(p.d) + 1), y: p.y };
    }).sort((a, b) => a.x - b.x);
    return { spots, cuts, days: [...at].map(([day, x]) => ({ day, x: x + 0.5 })), end: x + 1 };
  }

  function drawMark(ctx, mark, x, y, size, fill, halo) {
    const m = data.marks[mark];
    ctx.save();
    ctx.translate(x - size / 2, y - size / 2);
    ctx.scale(size / 16, size / 16);
    ctx.lineCap = ctx.lineJoin = "round";
    if (m.line) {
      ctx.strokeStyle = fill;
      ctx.lineWidth = 2.4;
      ctx.stroke(paths[mark]);
    } else {
      ctx.fillStyle = fill;
      ctx.fill(paths[mark]);
      ctx.strokeStyle = halo;
      ctx.lineWidth = 1.6;
      ctx.stroke(paths[mark]);
    }
    ctx.restore();
  }

  // decades are 1, 2 and 5 of each power of ten within bounds.
  function decades(least, top) {
    const marks = [];
    for (let unit = 10 ** Math.floor(Math.log10(least)); unit <= top; unit *= 10) {
      for (const k of [1, 2, 5]) if (k * unit >= least && k * unit <= top) marks.push(k * unit);
    }
    return marks;
  }

  // chart draws points into host and returns a function that draws others.
  function chart(host) {
    let spots = [], days = [], cuts = [], end = 0, plot = null, near = null;
    const tip = element("div", "", null);
    tip.className = "tip";
    tip.hidden = true;

    function draw(u) {
      const ctx = u.ctx, scale = devicePixelRatio || 1;
      const halo = colour("card"), ink = colour("ink"), best = colour("best");
      ctx.save();
      ctx.beginPath();
      ctx.rect(u.bbox.left - 8 * scale, u.bbox.top - 12 * scale, u.bbox.width + 16 * scale, u.bbox.height + 24 * scale);
      ctx.clip();
      ctx.strokeStyle = colour("dim");
      ctx.lineWidth = scale;
      ctx.setLineDash([3 * scale, 5 * scale]);
      for (const cut of cuts) {
        const x = u.valToPos(cut, "x", true);
        ctx.beginPath();
        ctx.moveTo(x, u.bbox.top);
        ctx.lineTo(x, u.bbox.top + u.bbox.height);
        ctx.stroke();
      }
      ctx.setLineDash([]);
      // What is worth least lies below.
      for (const s of [...spots].sort((a, b) => (a.p.b ? 1 : 0) - (b.p.b ? 1 : 0) || b.p.m - a.p.m)) {
        const x = u.valToPos(s.x, "x", true), y = u.valToPos(s.y, "y", true);
        const line = data.marks[s.p.m].line;
        const size = (s.p.m === 0 ? 12 : line ? 8 : 10) * scale;
        ctx.globalAlpha = line ? 0.75 : 1;
        if (s.p.b) {
          ctx.beginPath();
          ctx.arc(x, y, 10 * scale, 0, 7);
          ctx.strokeStyle = best;
          ctx.lineWidth = 2.5 * scale;
          ctx.stroke();
        }
        drawMark(ctx, s.p.m, x, y, size, colour(data.marks[s.p.m].word), halo);
      }
      ctx.globalAlpha = 1;
      // The best ones carry their figure, where there is room for it.
      const rings = spots.filter((t) => t.p.b).sort((a, b) => b.y - a.y);
      const taken = rings.map((s) => {
        const x = u.valToPos(s.x, "x", true), y = u.valToPos(s.y, "y", true), r = 11 * scale;
        return [x - r, y - r, x + r, y + r];
      });
      ctx.font = "600 " + 12 * scale + "px system-ui, sans-serif";
      ctx.fillStyle = ink;
      ctx.strokeStyle = halo;
      ctx.lineWidth = 3 * scale;
      ctx.lineJoin = "round";
      ctx.textBaseline = "middle";
      ctx.textAlign = "left"; // uPlot leaves what its axes used
      for (const s of rings) {
        const text = rate(s.y), w = ctx.measureText(text).width, h = 14 * scale;
        const x = u.valToPos(s.x, "x", true), y = u.valToPos(s.y, "y", true);
        for (const at of [[x + 14 * scale, y], [x - w / 2, y - 20 * scale], [x - w - 14 * scale, y], [x - w / 2, y + 20 * scale]]) {
          const box = [at[0], at[1] - h / 2, at[0] + w, at[1] + h / 2];
          if (box[0] < u.bbox.left || box[2] > u.bbox.left + u.bbox.width + 8 * scale || box[1] < u.bbox.top - 12 * scale) continue;
          if (taken.some((t) => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3])) continue;
          taken.push(box);
          ctx.strokeText(text, at[0], at[1]);
          ctx.fillText(text, at[0], at[1]);
          break;
        }
      }
      if (near) {
        ctx.beginPath();
        ctx.arc(u.valToPos(near.x, "x", true), u.valToPos(near.y, "y", true), 8 * scale, 0, 7);
        ctx.strokeStyle = ink;
        ctx.lineWidth = 1.5 * scale;
        ctx.stroke();
      }
      ctx.restore();
    }

    function tell(u) {
      const left = u.cursor.left, top = u.cursor.top;
      let found = null, least = 26 * 26;
      if (left >= 0) {
        for (const s of spots) {
          const dx = u.valToPos(s.x, "x") - left, dy = u.valToPos(s.y, "y") - top;
          if (dx * dx + dy * dy < least) { least = dx * dx + dy * dy; found = s; }
        }
      }
      if (found === near) return;
      near = found;
      u.redraw(false);
      u.over.style.cursor = near ? "pointer" : "default";
      tip.hidden = !near;
      if (!near) return;
      const p = near.p;
      tip.replaceChildren();
      const head = element("p", "", tip);
      element("b", rate(p.y), head);
      head.append(" tok/s · " + data.marks[p.m].word + (p.b ? ", best" : ""));
      element("p", isoDay(p.d) + (p.s ? " · " + p.s : ""), tip);
      element("p", data.lanes[p.l], tip).className = "dim";
      if (p.n) element("p", p.n, tip);
      const x = u.valToPos(near.x, "x") + u.over.offsetLeft, y = u.valToPos(near.y, "y") + u.over.offsetTop;
      const width = tip.offsetWidth, room = host.clientWidth;
      tip.style.left = Math.max(0, Math.min(x + 14 + width > room ? x - width - 14 : x + 14, room - width)) + "px";
      tip.style.top = Math.max(0, Math.min(y + 12, host.clientHeight - tip.offsetHeight)) + "px";
    }

    // dayMarks are the days that have room for their date.
    function dayMarks(u, _, min, max) {
      const perUnit = u.bbox.width / (devicePixelRatio || 1) / (max - min);
      let last = -Infinity;
      return days.filter((d) => {
        if ((d.x - last) * perUnit < 52) return false;
        last = d.x;
        return true;
      }).map((d) => d.x);
    }

    function make() {
      if (plot) plot.destroy();
      near = null;
      tip.hidden = true;
      const top = Math.max(...spots.map((s) => s.y)), least = Math.min(...spots.map((s) => s.y));
      const margin = (top - least) * 0.1 || top * 0.05 || 1;
      // Of lanes that lie far apart none is to be pressed flat.
      const logarithmic = least > 0 && top > least * 40;
      if (host.logged) host.logged(logarithmic, cuts.length > 0);
      // Points that lie close together are drawn large; else the axis begins at 0.
      const bottom = least - margin > top * 0.3 ? least - margin : Math.min(0, least);
      const axis = { stroke: colour("dim"), font: "12px system-ui, sans-serif", ticks: { show: false } };
      plot = new uPlot({
        width: host.clientWidth, height: host.clientHeight, legend: { show: false }, padding: [14, 14, 0, 0],
        cursor: { x: false, y: false, points: { show: false }, drag: { x: false, y: false } },
        scales: {
          x: { time: false, range: spots.length ? [-0.2, end + 0.2] : [0, 1] },
          y: logarithmic ? { distr: 3, range: [least * 0.8, top * 1.5] } : { range: spots.length ? [bottom, top + margin] : [0, 1] },
        },
        axes: [
          { ...axis, size: 30, grid: { stroke: colour("grid"), width: 1 }, splits: dayMarks, values: (_, at) => at.map((x) => dayWord(days.find((d) => d.x === x).day)) },
          { ...axis, size: 44, grid: { stroke: colour("grid"), width: 1 }, values: (_, at) => at.map((v) => v === null ? null : String(+v.toPrecision(6))), ...(logarithmic ? { splits: () => decades(least * 0.8, top * 1.5), filter: (_, at) => at } : {}) },
        ],
        series: [{}, { paths: () => null, points: { show: false } }],
        hooks: { draw: [draw], setCursor: [tell] },
      }, [spots.map((s) => s.x), spots.map((s) => s.y)], host);
      host.append(tip);
      plot.over.addEventListener("click", () => { if (near) show(near.p.a); });
    }

    const entry = {
      host, make, set(points) { ({ spots, days, cuts, end } = spread(points)); make(); },
    };
    plots.push(entry);
    new ResizeObserver(() => { if (plot && host.clientWidth && host.clientWidth !== plot.width) make(); }).observe(host);
    return entry;
  }

  // show opens the box that holds a row and goes there.
  function show(anchor) {
    const row = document.getElementById(anchor);
    if (!row) return;
    for (let e = row.parentElement; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
    location.hash = anchor;
    row.scrollIntoView({ block: "center" });
  }
  const followHash = () => { const id = location.hash.slice(1); if (/^(r|stack)\d+$/.test(id)) { const e = document.getElementById(id); if (e && e.tagName === "DETAILS") e.open = true; else show(id); } };
  addEventListener("hashchange", followHash);

  const overview = document.getElementById("overview");
  if (overview && data.points.length) {
    overview.hidden = false;
    const plotted = overview.querySelector(".plot"), axes = element("span", "", overview.querySelector("figcaption"));
    plotted.logged = (logarithmic, cut) => {
      axes.textContent = (logarithmic ? " The scale is logarithmic." : "") + (cut ? " Weeks in which nothing was measured are cut out at the dashed line." : "");
    };
    const main = chart(plotted);
    const lane = document.getElementById("lane");
    const field = document.getElementById("standings"), counts = new Map();
    const update = () => {
      const points = data.points.filter((p) => lane.value === "" || p.l === +lane.value);
      counts.forEach((e, i) => { e.textContent = data.marks[i].word + " " + points.filter((p) => p.m === i).length; });
      main.set(points.filter((p) => shown.has(p.m)));
    };
    data.marks.forEach((mark, i) => {
      if (!data.points.some((p) => p.m === i)) return;
      const label = element("label", "", field);
      label.className = "s-" + mark.word;
      const box = element("input", "", label);
      box.type = "checkbox";
      box.checked = true;
      box.addEventListener("change", () => { box.checked ? shown.add(i) : shown.delete(i); update(); });
      const ns = "http://www.w3.org/2000/svg", svg = document.createElementNS(ns, "svg"), use = document.createElementNS(ns, "use");
      svg.setAttribute("class", "m");
      svg.setAttribute("aria-hidden", "true");
      use.setAttribute("href", "#m-" + mark.word);
      svg.append(use);
      label.append(svg);
      counts.set(i, element("span", "", label));
    });
    lane.addEventListener("change", update);
    update();
  }
  for (const box of document.querySelectorAll("details[data-lane]")) {
    const host = box.querySelector(".plot");
    if (!host) continue;
    host.hidden = false;
    const drawn = () => {
      if (!box.open || host.firstChild) return;
      chart(host).set(data.points.filter((p) => p.l === +box.dataset.lane));
    };
    box.addEventListener("toggle", drawn);
    drawn();
  }
  dark.addEventListener("change", () => plots.forEach((p) => p.make()));
  followHash();
})();
