// Puts any versions side by side, as the rendered comparisons do for two. What is compared stands in the
// address: #v=v1.0.0&v=v1.1.0&base=v1.0.0, a version of another model as repository/model/version.
(function () {
  "use strict";

  var LIMIT = 8;
  var root = document.body.dataset.root || "";
  var place = document.getElementById("choice");
  if (!place) return;
  var home = place.dataset.folder;
  var data = {};
  var lists = {};
  var failed = {};
  var chosen = [];
  var base = "";
  var onlyDifferent = true;

  // Whether somebody chose the baseline.
  var isGiven = false;

  function element(name, attributes) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      if (attributes[key] !== undefined) made.setAttribute(key, attributes[key]);
    });
    Array.prototype.slice.call(arguments, 2).forEach(function (child) {
      if (child === null || child === undefined) return;
      made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
    });
    return made;
  }

  function hidden(text) { return element("span", { "class": "visually-hidden" }, text); }

  // Scripts with data, each loaded once.

  var waiting = {};

  function load(address, folder) {
    if (waiting[address]) return;
    waiting[address] = true;
    var script = element("script", { src: address });
    script.onerror = function () { failed[folder] = true; render(); };
    document.head.appendChild(script);
  }

  function address(folder) {
    return root + "models/" + folder.split("/").map(encodeURIComponent).join("/");
  }

  // A folder comes from the address bar: it must lead nowhere else.
  function isFolder(text, count) {
    var parts = text.split("/");
    return parts.length === count && parts.every(function (part) {
      return /^[A-Za-z0-9._~=+-]+$/.test(part) && !/^\.+$/.test(part);
    });
  }

  function modelOf(folder) { return folder.split("/").slice(0, 2).join("/"); }

  function need(folder) {
    if (!data[folder] && !failed[folder]) load(address(folder) + "/data.js", folder);
    needList(modelOf(folder));
  }

  function needList(model) {
    if (!lists[model]) load(address(model) + "/compare/versions.js", model);
  }

  window.vitrine = function (version) {
    data[version.folder] = version;
    render();
  };

  window.vitrineVersions = function (model) {
    lists[model.folder] = model;
    if (chosen.length && !isGiven) base = defaultBase();
    if (model.folder === home && !chosen.length) chooseByDefault(model);
    renderAdding();
    render();
  };

  // Decimal numbers, exact: the difference of 0.3 and 0.1 is 0.2.

  function decimal(text) {
    var parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
    // What no computer calculates with is infinite.
    if (!parts || (!isFinite(Number(text)) && !isWhole(text))) return null;
    var fraction = parts[3] || "";
    var exponent = (parts[4] ? parseInt(parts[4], 10) : 0) - fraction.length;
    return { negative: parts[1] === "-", digits: BigInt(parts[2] + fraction), exponent: exponent };
  }

  function power(exponent) { return BigInt("1" + "0".repeat(exponent)); }

  function magnitude(number) { return String(number.digits).length + number.exponent - 1; }

  function shifted(number, by) {
    return { negative: number.negative, digits: number.digits, exponent: number.exponent + by };
  }

  function minus(one, other) {
    var common = Math.min(one.exponent, other.exponent);
    if (Math.max(one.exponent, other.exponent) - common > 400) {
      if (one.digits === 0n) return { negative: !other.negative, digits: other.digits, exponent: other.exponent };
      return other.digits === 0n || magnitude(one) > magnitude(other) ? one
        : { negative: !other.negative, digits: other.digits, exponent: other.exponent };
    }
    function whole(number) {
      var value = number.digits * power(number.exponent - common);
      return number.negative ? -value : value;
    }
    var difference = whole(one) - whole(other);
    var isNegative = difference < 0n;
    return { negative: isNegative, digits: isNegative ? -difference : difference, exponent: common };
  }

  function compare(one, other) {
    var difference = minus(one.decimal, other.decimal);
    return difference.digits === 0n ? 0 : difference.negative ? -1 : 1;
  }

  // How numbers are written: the rules of the rendered pages.

  var MINUS = "\u2212";

  function grouped(digits) {
    return digits.length > 4 ? digits.replace(/\B(?=(\d{3})+$)/g, "\u202f") : digits;
  }

  function units(number, decimals) {
    var surplus = -number.exponent - decimals;
    if (surplus <= 0) return number.digits * power(-surplus);
    if (surplus > String(number.digits).length + 1) return 0n;
    var divisor = power(surplus);
    var quotient = number.digits / divisor;
    var rest = number.digits % divisor;
    return rest * 2n >= divisor ? quotient + 1n : quotient;
  }

  function fixed(number, decimals) {
    var digits = String(units(number, decimals));
    if (decimals === 0) return grouped(digits);
    digits = digits.padStart(decimals + 1, "0");
    return grouped(digits.slice(0, -decimals)) + "." + digits.slice(-decimals);
  }

  function scientific(number, decimals) {
    var first = { digits: number.digits, exponent: 1 - String(number.digits).length };
    var text = fixed(first, decimals);
    var exponent = magnitude(number);
    if (text.indexOf("10") === 0) {
      text = "1." + "0".repeat(decimals);
      exponent += 1;
    }
    return text + "e" + (exponent < 0 ? MINUS : "") + Math.abs(exponent);
  }

  function clamped(value, least, most) { return Math.min(Math.max(value, least), most); }

  function isWhole(text) { return /^-?\d+$/.test(text); }

  function isScientific(number, source) {
    if (isWhole(source.text)) return source.text.length > 60;
    return number.digits !== 0n && (magnitude(number) >= 6 || magnitude(number) < -4);
  }

  function closest(numbers) {
    var sorted = numbers.slice().sort(compare);
    var least = null;
    for (var index = 1; index < sorted.length; index++) {
      var gap = minus(sorted[index].decimal, sorted[index - 1].decimal);
      if (gap.digits === 0n) continue;
      if (!least || minus(gap, least).negative) least = gap;
    }
    return least && magnitude(least);
  }

  function numberFormat(numbers, isPercent) {
    var shift = isPercent ? 2 : 0;
    var plain = [];
    var powers = [];
    var smallest = null;
    var largest = null;
    numbers.forEach(function (number) {
      var size = magnitude(number.decimal);
      if (isScientific(shifted(number.decimal, shift), number)) {
        powers.push(number);
        largest = largest === null ? size : Math.max(largest, size);
      } else {
        plain.push(number);
        if (number.decimal.digits !== 0n) smallest = smallest === null ? size : Math.min(smallest, size);
      }
    });
    var format = { percent: isPercent, scientific: !plain.length && powers.length > 0 };
    format.whole = !isPercent && numbers.length > 0 && numbers.every(function (number) { return isWhole(number.text); });
    format.fraction = !format.whole && !isPercent && plain.length > 0
      && plain.every(function (number) { return Math.abs(Number(number.text)) <= 1; });
    format.decimals = format.whole ? 0 : decimals(plain, smallest, isPercent);
    var near = closest(powers);
    format.mantissa = clamped((largest || 0) - (near === null ? largest || 0 : near) + 1, 3, 6);
    return format;
  }

  function decimals(numbers, smallest, isPercent) {
    var shift = isPercent ? 2 : 0;
    var least = isPercent ? 1 : 3;
    var near = closest(numbers);
    var gap = Math.min(near === null ? Infinity : near, smallest === null ? 0 : smallest);
    var written = numbers.reduce(function (most, number) { return Math.max(most, -number.decimal.exponent); },
      numbers.length ? -Infinity : 0);
    return Math.min(clamped(1 - (gap + shift), least, isPercent ? 4 : 6), Math.max(written - shift, least));
  }

  function align(formats) {
    var common = Math.max.apply(null, [-1].concat(formats.filter(function (format) {
      return format.fraction && format.decimals <= 4;
    }).map(function (format) { return format.decimals; })));
    formats.forEach(function (format) {
      if (format.fraction) format.decimals = Math.max(format.decimals, common);
    });
  }

  function written(format, value) {
    if (!value.decimal) {
      return value.text === "NaN" ? "NaN" : value.text[0] === "-" ? MINUS + "\u221e" : "\u221e";
    }
    var shown = format.percent ? shifted(value.decimal, 2) : value.decimal;
    var text;
    if (isScientific(shown, value)) text = scientific(shown, format.mantissa);
    else if (!format.percent && isWhole(value.text) && (format.whole || magnitude(shown) >= 6)) {
      text = grouped(value.text.replace("-", ""));
    } else text = fixed(shown, format.decimals);
    return (value.decimal.negative ? MINUS : "") + text + (format.percent ? "%" : "");
  }

  function size(format, difference) {
    var number = format.percent ? shifted(difference, 2) : difference;
    var unit = format.percent ? " pp" : "";
    if (format.scientific && !format.whole) return scientific(number, format.mantissa) + unit;
    if (format.whole) return fixed(number, 0) + unit;
    if (magnitude(number) >= 6) return scientific(number, format.mantissa) + unit;
    if (units(number, format.decimals) !== 0n) return fixed(number, format.decimals) + unit;
    return "< " + fixed({ digits: 1n, exponent: -format.decimals }, format.decimals) + unit;
  }

  // Rows: the same key in the same file, or in another one where only one file has it.

  function sheet(records) {
    var made = { entries: [], places: new Map(), sole: new Map(), soleOwn: new Map() };
    made.files = new Map(records.files.map(function (file) { return [file[0], file[1] === "1"]; }));
    made.unavailable = records.unavailable;
    records.rows.forEach(function (row) {
      var file = records.files[Number(row[0])];
      var entry = { file: file[0], own: file[1] === "1", key: row[1], kind: row[2], text: row[3],
        direction: row[4] || "", assumed: row[5] === "1", unit: row[6] || "", percent: row[7] === "1",
        title: row[8] || "" };
      if (entry.kind === "n" || entry.kind === "m") entry.decimal = decimal(entry.text);
      var id = JSON.stringify([entry.file, entry.key]);
      if (made.places.has(id)) return;
      var number = made.entries.length;
      made.places.set(id, number);
      made.sole.set(entry.key, made.sole.has(entry.key) ? -1 : number);
      if (entry.own) made.soleOwn.set(entry.key, made.soleOwn.has(entry.key) ? -1 : number);
      made.entries.push(entry);
    });
    return made;
  }

  function find(entry, mine, other) {
    var same = other.places.get(JSON.stringify([entry.file, entry.key]));
    if (same !== undefined) return same;
    function moved(own, others) {
      var number = others.get(entry.key);
      if (!(own.get(entry.key) >= 0) || !(number >= 0)) return undefined;
      var there = other.entries[number].file;
      return mine.places.has(JSON.stringify([there, entry.key])) ? undefined : number;
    }
    var found = entry.own ? moved(mine.soleOwn, other.soleOwn) : undefined;
    return found === undefined ? moved(mine.sole, other.sole) : found;
  }

  function recordRows(name) {
    var sheets = chosen.map(function (folder) { return sheet(data[folder][name]); });
    var taken = sheets.map(function () { return new Set(); });
    var groups = new Map();
    for (var column = sheets.length - 1; column >= 0; column--) {
      sheets[column].entries.forEach(function (entry, number) {
        if (taken[column].has(number)) return;
        var cells = sheets.map(function () { return null; });
        cells[column] = entry;
        for (var other = 0; other < column; other++) {
          var found = find(entry, sheets[column], sheets[other]);
          if (found === undefined || taken[other].has(found)) continue;
          taken[other].add(found);
          cells[other] = sheets[other].entries[found];
        }
        if (!groups.has(entry.file)) groups.set(entry.file, { file: entry.file, own: false, rows: [] });
        var group = groups.get(entry.file);
        group.own = group.own || entry.own;
        var files = cells.filter(Boolean).map(function (cell) { return cell.file; });
        group.rows.push(row(entry, cells.map(function (cell, index) {
          return cell || { missing: reason(sheets[index], files, entry.own, name) };
        }), name));
      });
    }
    var all = Array.from(groups.values());
    all.forEach(function (group) {
      if (name !== "metrics") return;
      align(group.rows.map(function (one) { return one.format; }).filter(Boolean));
      group.rows.forEach(function (one) { compareCells(one, false); });
    });
    return all.filter(function (group) { return group.own; })
      .concat(all.filter(function (group) { return !group.own; }));
  }

  function reason(records, files, isOwn, name) {
    var hasOwn = Array.from(records.files.values()).some(Boolean);
    var isGone = records.unavailable.some(function (file) {
      return files.indexOf(file[0]) >= 0 || (isOwn && !hasOwn && file[1] === "1");
    });
    if (isGone) return "file unavailable";
    if (!files.some(function (file) { return records.files.has(file); })) return "no such file";
    return name === "metrics" ? "not logged" : "not set";
  }

  function pairRows(name, noun) {
    var maps = chosen.map(function (folder) {
      return new Map(data[folder][name].map(function (file) { return [file[0], file.slice(1)]; }));
    });
    var keys = [];
    chosen.slice().reverse().forEach(function (folder) {
      data[folder][name].forEach(function (file) { if (keys.indexOf(file[0]) < 0) keys.push(file[0]); });
    });
    var rows = keys.map(function (key) {
      return row({ key: key }, maps.map(function (map) {
        var value = map.get(key);
        if (!value) return { missing: noun };
        return { kind: name === "facts" ? "f" : "h", text: value[value.length - 1], hash: value[0] };
      }), name);
    });
    return rows.length ? [{ own: true, rows: rows }] : [];
  }

  function row(entry, cells, name) {
    var numbers = cells.filter(function (cell) { return cell.decimal; });
    var made = { key: entry.key, title: entry.title || entry.key, direction: entry.direction || "",
      assumed: entry.assumed, unit: entry.unit, cells: cells };
    var isNumeric = name === "metrics" || name === "params";
    if (isNumeric && numbers.length) made.format = numberFormat(numbers, entry.percent || false);
    compareCells(made, name === "params");
    made.differs = made.changes.some(function (one) { return one && one.sign !== "=" && one.sign !== ""; });
    made.best = best(cells, made.direction);
    return made;
  }

  function compareCells(made, keepsTypes) {
    made.changes = made.cells.map(function (cell, index) {
      return index === baseline() ? null : change(made.cells[baseline()], cell, made, keepsTypes);
    });
  }

  function best(cells, direction) {
    var numbers = cells.filter(function (cell) { return cell.decimal; });
    if (!direction || numbers.length < 2) return [];
    var winners = numbers.filter(function (one) {
      return numbers.every(function (other) {
        return direction === "higher" ? compare(one, other) >= 0 : compare(one, other) <= 0;
      });
    });
    return winners.length === numbers.length ? [] : winners;
  }

  function directionWords(made) {
    return made.direction + " is better" + (made.assumed ? ", assumed" : "");
  }

  function change(before, after, made, keepsTypes) {
    var name = label(chosen[baseline()]);
    if (before.missing || after.missing) {
      if (before.missing === "file unavailable" || after.missing === "file unavailable") {
        return { sign: "?", spoken: "not known, file unavailable" };
      }
      if (before.missing && after.missing) return { sign: "", spoken: "" };
      return before.missing ? { sign: "new", spoken: "not in " + name } : { sign: "gone", spoken: "gone since " + name };
    }
    var areNumbers = before.decimal && after.decimal;
    if (keepsTypes && (before.kind === "m") !== (after.kind === "m")) areNumbers = false;
    if (!areNumbers) {
      var isNumber = function (cell) { return cell.kind === "n" || cell.kind === "m"; };
      var isSame = before.text === after.text
        && (before.kind === after.kind || (!keepsTypes && isNumber(before) && isNumber(after)));
      return isSame ? { sign: "=", spoken: "as in " + name } : { sign: "changed", spoken: "other than in " + name };
    }
    var difference = minus(after.decimal, before.decimal);
    if (difference.digits === 0n) return { sign: "=", spoken: "as in " + name };
    var isUp = !difference.negative;
    var amount = size(made.format, { digits: difference.digits, exponent: difference.exponent });
    var isTiny = amount[0] === "<";
    var verdict = made.direction ? (isUp === (made.direction === "higher") ? "better" : "worse") : "";
    return {
      sign: (isUp ? "\u25b2 " : "\u25bc ") + (isTiny ? "" : isUp ? "+" : MINUS) + amount,
      verdict: verdict,
      spoken: (isUp ? "up " : "down ") + (isTiny ? "by less than" + amount.slice(1) : amount)
        + (verdict ? ", " + verdict + " than " : " from ") + name,
      title: verdict ? directionWords(made) : undefined
    };
  }

  // Plots: lines of all versions over each other, pictures side by side.

  var SVG = "http://www.w3.org/2000/svg";
  // Colours, dashes and shapes are those of the rendered drawings; lines beyond them are grey.
  var DASHES = ["", "7 4", "2 4", "10 3 2 3", "12 5", "5 3 1 3 1 3"];
  var SHAPES = [
    "m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z",
    "m-3.2 -3.2h6.4v6.4h-6.4z",
    "m0 -4.2l4 7h-8z",
    "m0 -4.6l4.6 4.6l-4.6 4.6l-4.6 -4.6z",
    "m0 4.2l-4 -7h8z",
    "m-1.4 -4.2h2.8v2.8h2.8v2.8h-2.8v2.8h-2.8v-2.8h-2.8v-2.8h2.8z"
  ];
  var MARKS = 8;

  function drawn(name, attributes) {
    var made = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    Array.prototype.slice.call(arguments, 2).forEach(function (child) {
      made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
    });
    return made;
  }

  function rounded(number) { return String(Math.round(number * 10) / 10); }

  function shortNumber(number) {
    var text = Math.abs(number) >= 1e6 || (number !== 0 && Math.abs(number) < 1e-4)
      ? number.toExponential(2) : String(Number(number.toPrecision(5)));
    return text.replace(/-/g, MINUS);
  }

  // All ticks of an axis with as many decimals as one of them needs.
  function tickText(value, all) {
    var texts = all.map(shortNumber);
    if (texts.some(function (text) { return text.indexOf("e") >= 0; })) return shortNumber(value);
    var decimals = Math.max.apply(null, texts.map(function (text) { return (text.split(".")[1] || "").length; }));
    return value.toFixed(decimals).replace("-", MINUS);
  }

  function tickStep(range) {
    var span = range[1] - range[0];
    var power = Math.pow(10, Math.floor(Math.log10(span / 4)));
    return [1, 2, 2.5, 5, 10].map(function (factor) { return factor * power; })
      .find(function (one) { return span / one <= 6 + 1e-9; });
  }

  // A range that begins and ends at a tick; one that grows may have other ticks.
  function roundRange(range) {
    for (var turn = 0; turn < 3; turn++) {
      var step = tickStep(range);
      range = [Math.floor(range[0] / step + 1e-9) * step, Math.ceil(range[1] / step - 1e-9) * step];
    }
    return range;
  }

  function ticks(range) {
    var step = tickStep(range);
    var found = [];
    for (var value = Math.ceil(range[0] / step - 1e-9) * step; value <= range[1] + step * 1e-9; value += step) {
      found.push(Math.abs(value) < step * 1e-9 ? 0 : value);
    }
    return found;
  }

  function range(values) {
    var low = Infinity;
    var high = -Infinity;
    values.forEach(function (value) {
      if (value === null) return;
      low = Math.min(low, value);
      high = Math.max(high, value);
    });
    if (low > high) return null;
    if (low === high) return [low - (Math.abs(low) || 1) * 0.1, high + (Math.abs(high) || 1) * 0.1];
    return [low, high];
  }

  function spread(labels, least, most) {
    labels.sort(function (one, other) { return one.y - other.y; });
    labels.forEach(function (one, index) {
      one.y = Math.max(one.y, index ? labels[index - 1].y + 16 : least);
    });
    for (var index = labels.length - 1; index >= 0; index--) {
      labels[index].y = Math.min(labels[index].y, index === labels.length - 1 ? most : labels[index + 1].y - 16);
    }
  }

  function lineChart(plot, lines, number) {
    var texts = lines.slice(0, DASHES.length).map(function (line) { return line.label; });
    if (lines.length > texts.length) texts.push(lines.length - texts.length + " more");
    var across = range([].concat.apply([], lines.map(function (line) { return line.x; })));
    var up = range([].concat.apply([], lines.map(function (line) { return line.y; })));
    if (!across || !up) return null;
    up = roundRange(up);
    var sides = ticks(up).map(function (value, _, all) { return tickText(value, all); });
    var box = { left: 14 + widest(sides), right: 640 - 30 - widest(texts.map(cut)), top: 30, bottom: 316 };
    function x(value) { return box.left + (value - across[0]) / (across[1] - across[0]) * (box.right - box.left); }
    function y(value) { return box.bottom - (value - up[0]) / (up[1] - up[0]) * (box.bottom - box.top); }
    var ids = "chart-" + number;
    var svg = drawn("svg", { "class": "plot", viewBox: "0 0 640 360", role: "img", "font-size": "12",
      "aria-labelledby": ids + "-t " + ids + "-d" },
      drawn("title", { id: ids + "-t" }, plot.title),
      drawn("desc", { id: ids + "-d" }, lines.map(words).join(" ")),
      drawn("text", { x: "0", y: "12", "font-weight": "600" }, plot.yTitle));
    ticks(up).forEach(function (value, index, all) {
      svg.appendChild(drawn("path", { "class": "plot-grid", d: "M" + box.left + " " + rounded(y(value)) + "H" + box.right }));
      svg.appendChild(drawn("text", { "class": "plot-muted", x: box.left - 8, y: rounded(y(value) + 4), "text-anchor": "end" }, tickText(value, all)));
    });
    ticks(across).forEach(function (value, index, all) {
      svg.appendChild(drawn("text", { "class": "plot-muted", x: rounded(x(value)), y: box.bottom + 18, "text-anchor": "middle" }, tickText(value, all)));
    });
    svg.appendChild(drawn("text", { "class": "plot-muted", x: box.right, y: "354", "text-anchor": "end" }, plot.xTitle));
    // The first lines lie above the others.
    var labels = [];
    lines.slice().reverse().forEach(function (line, place) {
      var index = lines.length - 1 - place;
      var isMuted = index >= DASHES.length;
      var path = "";
      var isOpen = false;
      var points = [];
      line.x.forEach(function (value, place) {
        if (value === null || line.y[place] === null) { isOpen = false; return; }
        var point = rounded(x(value)) + " " + rounded(y(line.y[place]));
        path += (isOpen ? "L" : "M") + point;
        isOpen = true;
        points.push({ text: point, x: x(value), y: y(line.y[place]) });
      });
      if (!path) return;
      var group = drawn("g", { "class": isMuted ? "series-muted" : "series-" + (index + 1) },
        drawn("path", { "class": "plot-line", d: path, "stroke-dasharray": DASHES[index] || "none" }));
      if (!isMuted) group.appendChild(drawn("path", { "class": "plot-point", d: marked(points).map(function (point) {
        return "M" + point.text + SHAPES[index];
      }).join("") }));
      svg.appendChild(group);
      if (texts[index]) labels.push({ end: points[points.length - 1], y: points[points.length - 1].y, text: texts[index],
        group: group, shape: isMuted ? "" : SHAPES[index] });
    });
    spread(labels, box.top, box.bottom);
    labels.forEach(function (one) {
      var middle = rounded(one.y);
      if (Math.abs(one.end.y - one.y) > 1 || one.end.x < box.right - 12) {
        one.group.appendChild(drawn("path", { "class": "plot-leader", d: "M" + one.end.text
          + "L" + rounded(box.right) + " " + rounded(one.end.y) + "L" + rounded(box.right + 13) + " " + middle }));
      }
      if (one.shape) {
        one.group.appendChild(drawn("path", { "class": "plot-point", d: "M" + rounded(box.right + 18) + " " + middle + one.shape }));
      }
      one.group.appendChild(drawn("text", { "class": one.shape ? "plot-label" : "plot-muted", x: rounded(box.right + 27),
        y: rounded(one.y + 4), "font-weight": "600" }, cut(one.text)));
    });
    return svg;
  }

  function cut(text) { return text.length > 20 ? text.slice(0, 19) + "\u2026" : text; }

  // Room enough for texts in any font: those of East Asia are the widest.
  function widest(texts) {
    return Math.max.apply(null, texts.map(function (text) {
      return Array.from(text).reduce(function (sum, one) { return sum + (one > "\u2e7f" ? 12.5 : 8); }, 0);
    }));
  }

  // All points of a short line, else some at equal steps.
  function marked(points) {
    if (points.length <= MARKS * 2) return points;
    return Array.from({ length: MARKS }, function (_, index) { return points[Math.floor(index * points.length / MARKS)]; });
  }

  function extremes(line) {
    var values = line.y.filter(function (value) { return value !== null; });
    return values.length ? { first: values[0], last: values[values.length - 1],
      least: Math.min.apply(null, values), most: Math.max.apply(null, values) } : null;
  }

  function words(line) {
    var known = extremes(line);
    return known ? line.label + ": from " + shortNumber(known.first) + " to " + shortNumber(known.last)
      + ", least " + shortNumber(known.least) + ", most " + shortNumber(known.most) + "." : line.label + ": no numbers.";
  }

  function lineTable(lines) {
    var body = element("tbody");
    lines.forEach(function (line) {
      var known = extremes(line);
      var row = element("tr", {}, element("th", { scope: "row" }, element("bdi", {}, line.label)));
      ["first", "last", "least", "most"].forEach(function (name) {
        row.appendChild(element("td", { "class": "number" }, known ? shortNumber(known[name]) : "\u2013"));
      });
      body.appendChild(row);
    });
    var head = element("tr", {}, element("th", { scope: "col" }, "Line"));
    ["First", "Last", "Least", "Most"].forEach(function (name) {
      head.appendChild(element("th", { scope: "col", "class": "number" }, name));
    });
    return element("details", { "class": "data" }, element("summary", {}, "In numbers"),
      element("div", { "class": "scroll", tabindex: "0", role: "region", "aria-label": "Lines in numbers" },
        element("table", {}, element("thead", {}, head), body)));
  }

  // The plot that another version has in another file: of the same title and axes.
  function movedPlot(plot, ids, plots, own) {
    return ids.find(function (id) {
      var other = plots.get(id).values().next().value;
      return plot[1] && [1, 2, 3].every(function (place) { return plot[place] === other[place]; })
        && !own.some(function (one) { return one[0] === id; });
    });
  }

  // One drawing, or one for each series where there are more lines than colours.
  function lineFigure(plot, lines) {
    var isSplit = lines.length > DASHES.length && lines.some(function (line) { return line.hasOthers; });
    var names = isSplit ? lines.map(function (line) { return line.series; }).filter(function (name, index, all) {
      return all.indexOf(name) === index;
    }) : [null];
    var panels = element("div", { "class": "plot-panels scroll", tabindex: "0", role: "region", "aria-label": plot.title + ", drawn" });
    names.forEach(function (name) {
      var shown = lines.filter(function (line) { return name === null || line.series === name; });
      shown.forEach(function (line) {
        line.label = label(line.folder) + (line.hasOthers && name === null ? " " + line.series : "");
      });
      var isBase = function (line) { return line.folder === chosen[baseline()]; };
      if (shown.length > DASHES.length) {
        shown = shown.slice(0, 1).concat(shown.slice(1).filter(isBase), shown.slice(1).filter(function (line) { return !isBase(line); }));
      }
      var svg = lineChart({ title: plot.title + (name === null ? "" : ", " + name), xTitle: plot.xTitle, yTitle: plot.yTitle }, shown, charts++);
      if (svg) panels.appendChild(element("div", {}, name === null ? null : element("h4", {}, element("bdi", {}, name)), svg));
    });
    lines.forEach(function (line) { line.label = label(line.folder) + (line.hasOthers ? " " + line.series : ""); });
    return panels.children.length ? element("figure", { "class": "plot-figure" },
      element("figcaption", {}, element("h3", {}, element("bdi", {}, plot.title))), panels, lineTable(lines)) : null;
  }

  // Drawings have ids of their own.
  var charts = 0;

  // Bars, scatter plots and confusion matrices as the versions' pages have them, side by side.
  function drawings(members, plot) {
    var panels = element("div", { "class": "plot-panels scroll", tabindex: "0", role: "region", "aria-label": plot.title + ", drawn" });
    chosen.forEach(function (folder) {
      var member = members.get(folder);
      if (member) member[6].forEach(function (text) {
        var own = text.split("vitrine-drawing").join("drawn-" + charts++);
        var parsed = new DOMParser().parseFromString(own, "text/html").querySelector("svg");
        panels.appendChild(element("div", {}, element("h4", {}, element("bdi", {}, label(folder))), document.importNode(parsed, true)));
      });
    });
    return panels.children.length ? element("figure", { "class": "plot-figure" },
      element("figcaption", {}, element("h3", {}, element("bdi", {}, plot.title))), panels) : null;
  }

  function plotSection() {
    var ids = [];
    var plots = new Map();
    chosen.slice().reverse().forEach(function (folder) {
      var own = data[folder].plots || [];
      own.forEach(function (plot) {
        var id = plots.has(plot[0]) ? plot[0] : movedPlot(plot, ids, plots, own) || plot[0];
        if (!plots.has(id)) { plots.set(id, new Map()); ids.push(id); }
        plots.get(id).set(folder, plot);
      });
    });
    var made = element("section", { "aria-labelledby": "plots" }, element("h2", { id: "plots" }, "Plots"));
    ids.forEach(function (id) {
      var members = plots.get(id);
      var first = members.values().next().value;
      var plot = { title: first[1] || id, xTitle: first[2], yTitle: first[3] };
      var lines = [];
      var pictures = [];
      chosen.forEach(function (folder) {
        var member = members.get(folder);
        if (member) member[5].forEach(function (image) {
          pictures.push(element("figure", { "class": "picture" },
            element("img", { src: root + image[1], alt: image[0], width: image[2] || undefined, height: image[3] || undefined, loading: "lazy" }),
            element("figcaption", {}, element("bdi", {}, label(folder)), " ", element("code", {}, image[0]))));
        });
      });
      // The newest first, as in the rendered comparisons, and the baseline among those with a colour.
      chosen.slice().reverse().forEach(function (folder) {
        var member = members.get(folder);
        if (member) member[4].forEach(function (series) {
          lines.push({ folder: folder, series: series[0], hasOthers: member[4].length > 1, x: series[1], y: series[2] });
        });
      });
      var figure = lines.length ? lineFigure(plot, lines) : null;
      var drawn = drawings(members, plot);
      if (!figure && !pictures.length && !drawn) return;
      if (figure || drawn) made.appendChild(figure || drawn);
      else made.appendChild(element("h3", {}, element("bdi", {}, plot.title)));
      if (pictures.length) {
        made.appendChild(element.apply(null, ["div", { "class": "pictures" }].concat(pictures)));
      }
    });
    if (made.children.length < 2) return null;
    var more = element("p", { "class": "muted" }, "All plots, with all their points, are on the pages of the versions:");
    chosen.forEach(function (folder, index) {
      more.appendChild(document.createTextNode(index ? ", " : " "));
      more.appendChild(element("a", { href: address(folder) + "/index.html#plots" }, element("bdi", {}, label(folder))));
    });
    made.appendChild(more);
    return made;
  }

  // What was chosen.

  function baseline() { return Math.max(0, chosen.indexOf(base)); }

  function label(folder) {
    var version = data[folder];
    var name = version ? version.version : folder.split("/")[2];
    var models = new Set(chosen.map(modelOf));
    if (models.size < 2) return name;
    return (version ? version.model : folder.split("/")[1]) + "@" + name;
  }

  function facts(folder) {
    var list = lists[modelOf(folder)];
    var slug = folder.split("/")[2];
    return list && list.versions.find(function (version) { return version[1] === slug; });
  }

  function chooseByDefault(list) {
    var latest = list.versions.findIndex(function (version) { return version[4] === "1"; });
    var production = list.versions.findIndex(function (version) { return version[5] === "1"; });
    if (latest < 0) latest = 0;
    var other = production >= 0 && production !== latest ? production
      : list.versions.findIndex(function (version, index) { return index > latest && version[6] === "1"; });
    var picked = (other >= 0 ? [other, latest] : [latest]).map(function (index) {
      return home + "/" + list.versions[index][1];
    });
    choose(picked, picked[0], false);
  }

  // What is in production, else the first.
  function defaultBase() {
    return chosen.find(function (folder) {
      var known = facts(folder);
      return known && known[5] === "1";
    }) || chosen[0] || "";
  }

  function short(folder) { return modelOf(folder) === home ? folder.split("/")[2] : folder; }

  function long(text) { return text.indexOf("/") < 0 ? home + "/" + text : text; }

  function encoded(folder) { return short(folder).split("/").map(encodeURIComponent).join("/"); }

  function fragment() {
    return "#" + chosen.map(function (folder) { return "v=" + encoded(folder); }).join("&")
      + (base ? "&base=" + encoded(base) : "") + (onlyDifferent ? "" : "&all=1");
  }

  function choose(folders, baseFolder, isNew) {
    chosen = folders.filter(function (folder, index) {
      return isFolder(folder, 3) && folders.indexOf(folder) === index;
    }).slice(0, LIMIT);
    isGiven = chosen.indexOf(baseFolder) >= 0;
    base = isGiven ? baseFolder : defaultBase();
    chosen.forEach(need);
    if (isNew !== false) remember();
    renderChosen();
    render();
  }

  function remember() {
    try {
      history.replaceState(null, "", fragment());
    } catch (error) {
      location.hash = fragment();
    }
  }

  function read() {
    var parts = new URLSearchParams((location.search.slice(1) + "&" + location.hash.slice(1)).replace(/\+/g, "%2B"));
    onlyDifferent = parts.get("all") !== "1";
    toggle.checked = onlyDifferent;
    var folders = parts.getAll("v").map(long);
    if (folders.length) choose(folders, parts.get("base") ? long(parts.get("base")) : "", false);
  }

  // The page.

  var chosenList = element("ul", { "class": "stage-strip compared" });
  var versionSelect = element("select", { id: "add-version" });
  var addButton = element("button", { type: "button", "class": "button" }, "Add");
  var modelInput = element("input", { type: "text", id: "add-model", autocomplete: "off", spellcheck: "false" });
  var modelSelect = element("select", { id: "found-model" });
  var otherSelect = element("select", { id: "other-version" });
  var otherButton = element("button", { type: "button", "class": "button" }, "Add");
  var toggle = element("input", { type: "checkbox", id: "only-different" });
  var status = element("p", { "class": "muted", role: "status" });
  var tables = element("div");
  var others = element("details", { "class": "add-other" },
    element("summary", {}, "From another model"),
    element("div", { "class": "add" },
      element("label", { "for": "add-model" }, "Model "), modelInput,
      element("label", { "for": "found-model" }, "Found "), modelSelect,
      element("label", { "for": "other-version" }, "Version "), otherSelect, otherButton));

  function add(folder) {
    if (!folder) return;
    if (chosen.indexOf(folder) >= 0) {
      status.textContent = label(folder) + " is already there.";
    } else if (chosen.length === LIMIT) {
      status.textContent = "At most " + LIMIT + " versions stand side by side. Remove one first.";
    } else choose(chosen.concat([folder]), base);
  }

  function fill(select, list, without) {
    var before = select.value;
    select.textContent = "";
    list.versions.forEach(function (version) {
      var folder = list.folder + "/" + version[1];
      if (without.indexOf(folder) >= 0) return;
      var notes = [version[3], version[4] ? "latest" : "", version[6] ? "" : "deregistered", version[2]].filter(Boolean);
      select.appendChild(element("option", { value: folder }, version[0] + (notes.length ? " (" + notes.join(", ") + ")" : "")));
    });
    if (!select.options.length) select.appendChild(element("option", { value: "" }, "No other version"));
    if (before) select.value = before;
    if (select.selectedIndex < 0) select.selectedIndex = 0;
  }

  function renderAdding() {
    if (lists[home]) fill(versionSelect, lists[home], chosen);
    addButton.disabled = !versionSelect.value;
    var list = lists[modelSelect.value];
    if (list) fill(otherSelect, list, chosen);
    else otherSelect.textContent = "";
    otherButton.disabled = !otherSelect.value;
  }

  function focusOn(id) {
    var target = document.getElementById(id);
    if (target) target.focus();
  }

  function renderChosen() {
    var focused = document.activeElement && chosenList.contains(document.activeElement)
      ? document.activeElement.id : "";
    chosenList.textContent = "";
    chosen.forEach(function (folder, index) {
      var known = facts(folder);
      var link = element("a", { "class": "version", href: address(folder) + "/index.html" }, element("bdi", {}, label(folder)));
      var radio = element("input", { type: "radio", name: "baseline", id: "baseline-" + index });
      radio.checked = folder === base;
      radio.addEventListener("change", function () { base = folder; isGiven = true; remember(); renderChosen(); render(); });
      var remove = element("button", { type: "button", "class": "button", id: "remove-" + index },
        "Remove", hidden(" " + label(folder)));
      remove.addEventListener("click", function () {
        choose(chosen.filter(function (other) { return other !== folder; }), base);
        focusOn(chosen.length ? "remove-" + Math.min(index, chosen.length - 1) : "add-version");
      });
      var notes = known ? [known[3], known[4] ? "latest" : "", known[6] ? "" : "deregistered"].filter(Boolean).join(", ") : "";
      chosenList.appendChild(element("li", { "class": "stage-card" + (folder === base ? " baseline" : "") },
        element("p", { "class": "stage-card-version" }, link),
        element("p", { "class": "stage-card-facts" }, notes, notes && known[2] ? " \u00b7 " : "",
          known && known[2] ? element("time", { datetime: known[2] }, known[2]) : null),
        element("p", { "class": "compare-controls" },
          element("label", { "for": "baseline-" + index }, radio, " baseline", hidden(" " + label(folder))), remove)));
    });
    renderAdding();
    if (focused) focusOn(focused);
  }

  // What a value is, where its text alone could mislead.
  function kindWord(cell) {
    if (cell.kind === "d") return "date";
    if (cell.kind === "m") return "text";
    return cell.kind === "t" && /^(|true|false|null|[\[{].*)$/.test(cell.text) ? "text" : "";
  }

  function valueCell(cell, made, isMetric, isBest) {
    var align = isMetric ? "number" : "words";
    var td = element("td", { "class": align + (isBest ? " best" : "") });
    if (cell.missing) {
      td.appendChild(element("span", { "class": "none" }, "\u2013", hidden("no value")));
      td.appendChild(element("span", { "class": "second" }, cell.missing));
      return td;
    }
    if (cell.kind === "h") {
      td.appendChild(element("code", { title: cell.hash + " " + cell.text }, cell.text.slice(0, 12)));
    } else if (cell.kind === "n" || (cell.kind === "m" && isMetric)) {
      var shown = isMetric ? written(made.format || {}, cell) : cell.text;
      var spoken = !isMetric || cell.decimal ? "" : shown === "NaN" ? "not a number" : shown === "\u221e" ? "infinity" : "minus infinity";
      td.appendChild(spoken
        ? element("data", { value: cell.text }, element("span", { "aria-hidden": "true" }, shown), hidden(spoken))
        : element("data", { value: cell.text }, shown));
      if (isMetric && made.unit && cell.decimal) {
        td.appendChild(document.createTextNode("\u00a0"));
        td.appendChild(element("span", { "class": "unit" }, made.unit));
      }
    } else if (cell.text.length > 100) {
      td.appendChild(element("details", { "class": "long" },
        element("summary", {}, element("bdi", {}, cell.text.slice(0, 100) + "\u2026")),
        element("bdi", { "class": "value" }, cell.text)));
    } else {
      td.appendChild(element("bdi", { "class": "value" }, cell.text === "" ? "\"\"" : cell.text));
    }
    if (kindWord(cell)) {
      td.appendChild(document.createTextNode(" "));
      td.appendChild(element("span", { "class": "kind" }, kindWord(cell)));
    }
    if (isBest) {
      td.appendChild(document.createTextNode(" "));
      td.appendChild(element("span", { "class": "star", "aria-hidden": "true" }, "\u2605"));
      td.appendChild(hidden("best"));
    }
    return td;
  }

  function changeCell(one) {
    var td = element("td", { "class": "change" });
    if (!one || !one.sign) return td;
    var shown = element("span", { "aria-hidden": "true" }, one.sign);
    if (one.verdict) {
      shown.appendChild(document.createTextNode(" "));
      shown.appendChild(element("span", { "class": "verdict" }, one.verdict));
    }
    td.appendChild(element("span", { "class": "delta" + (one.verdict ? " delta-" + one.verdict : ""), title: one.title },
      shown, hidden(one.spoken)));
    return td;
  }

  function nameCell(made) {
    var bdi = element("bdi", { title: made.title === made.key ? undefined : made.key });
    made.title.split(/(?<=[._/-])/).forEach(function (part, index) {
      if (index && made.title.length > 12) bdi.appendChild(element("wbr"));
      bdi.appendChild(document.createTextNode(part));
    });
    var th = element("th", { scope: "row" }, bdi);
    if (made.direction) {
      th.appendChild(element("span", { "class": "direction", title: directionWords(made) }, " ",
        element("span", { "aria-hidden": "true" }, made.direction === "higher" ? "\u2191" : "\u2193"),
        hidden(directionWords(made))));
    }
    return th;
  }

  function body(group, rows, hasChanges, isMetric) {
    var tbody = element("tbody");
    if (group.file) {
      tbody.appendChild(element("tr", { "class": "group" },
        element("th", { scope: "rowgroup", colspan: String(1 + chosen.length + (hasChanges ? chosen.length - 1 : 0)) },
          element("code", {}, element("bdi", {}, group.file)),
          group.own ? null : element("span", { "class": "muted" }, " of another pipeline"))));
    }
    rows.forEach(function (made) {
      var tr = element("tr", {}, nameCell(made));
      made.cells.forEach(function (cell, index) {
        tr.appendChild(valueCell(cell, made, isMetric, made.best.indexOf(cell) >= 0));
        if (hasChanges && index !== baseline()) tr.appendChild(changeCell(made.changes[index]));
      });
      tbody.appendChild(tr);
    });
    return tbody;
  }

  function head(noun, hasChanges, isMetric) {
    var tr = element("tr", {}, element("th", { scope: "col", "class": "wide" }, noun));
    chosen.forEach(function (folder, index) {
      var isBase = index === baseline();
      tr.appendChild(element("th", { scope: "col", "class": isMetric ? "number" : "words" },
        element("a", { "class": "version", href: address(folder) + "/index.html" }, element("bdi", {}, label(folder))),
        isBase ? " " : null, isBase ? element("span", { "class": "tag" }, "baseline") : null));
      if (hasChanges && !isBase) tr.appendChild(element("th", { scope: "col", "class": "change" }, hidden("Change")));
    });
    return element("thead", {}, tr);
  }

  function section(id, title, noun, groups) {
    var all = groups.reduce(function (sum, group) { return sum + group.rows.length; }, 0);
    var different = groups.reduce(function (sum, group) {
      return sum + group.rows.filter(function (made) { return made.differs; }).length;
    }, 0);
    if (!all) return null;
    var isMetric = id === "metrics";
    var hasChanges = isMetric || id === "params";
    var count = chosen.length < 2 ? all + " " + noun + (all === 1 ? "" : "s")
      : different ? different + " of " + all + " " + noun + (all === 1 ? "" : "s") + (different === 1 ? " differs" : " differ")
        : all + " " + noun + (all === 1 ? "" : "s") + ", no difference";
    var made = element("section", { "aria-labelledby": id },
      element("h2", { id: id }, title + " ", element("span", { "class": "count" }, count)));
    var table = element("table", { "class": "records compare" },
      head(noun[0].toUpperCase() + noun.slice(1), hasChanges, isMetric));
    var hidesEqual = onlyDifferent && chosen.length > 1;
    groups.forEach(function (group) {
      var rows = group.rows.filter(function (one) { return one.differs; })
        .concat(hidesEqual ? [] : group.rows.filter(function (one) { return !one.differs; }));
      if (rows.length) table.appendChild(body(group, rows, hasChanges, isMetric));
    });
    if (table.tBodies.length) {
      made.appendChild(element("div", { "class": "scroll", tabindex: "0", role: "region", "aria-label": title }, table));
    } else {
      made.appendChild(element("p", { "class": "muted" }, "No " + noun + " differs."));
    }
    return made;
  }

  // Files of metrics and params that could not be had.
  function gaps() {
    var list = element("ul");
    chosen.forEach(function (folder) {
      data[folder].metrics.unavailable.concat(data[folder].params.unavailable).forEach(function (file) {
        if (!file[1]) return;
        list.appendChild(element("li", {}, element("strong", { "class": "version" }, element("bdi", {}, label(folder))), " ",
          element("code", {}, element("bdi", {}, file[0]))));
      });
    });
    return list.children.length ? element("div", { "class": "notice notice-note" },
      element("p", {}, element("strong", {}, "Unavailable."), " The contents of these files could not be had; the pages of the versions say why:"), list) : null;
  }

  function render() {
    var missing = chosen.filter(function (folder) { return !data[folder]; });
    var lost = missing.filter(function (folder) { return failed[folder]; });
    tables.textContent = "";
    if (lost.length) {
      status.textContent = "Not found on this site: " + lost.join(", ") + ".";
      return;
    }
    if (missing.length) { status.textContent = "Loading\u2026"; return; }
    renderNames();
    if (!chosen.length) { status.textContent = "Add a version to begin."; return; }
    [
      gaps(),
      section("metrics", "Metrics", "metric", recordRows("metrics")),
      section("params", "Params", "param", recordRows("params")),
      plotSection(),
      section("inputs", "Inputs", "input", pairRows("inputs", "no input")),
      section("outputs", "Outputs", "output", pairRows("outputs", "no output")),
      section("facts", "Registration", "fact", pairRows("facts", "nothing said"))
    ].forEach(function (made) { if (made) tables.appendChild(made); });
    status.textContent = chosen.length === 1 ? "One version: add another to compare it with."
      : chosen.length + " versions, compared with " + label(chosen[baseline()]) + ".";
  }

  // Labels tell more once the data is there.
  var shownNames = "";
  function renderNames() {
    var names = chosen.map(label).join("\n") + "\n" + chosen.map(function (folder) { return !!facts(folder); }).join();
    if (names === shownNames) return;
    shownNames = names;
    renderChosen();
  }

  // Other models come from what the search looks through; its own script is told first.

  var models = [];
  var seen = {};
  var oldSearch = window.vitrineSearch;
  window.vitrineSearch = function (columns) {
    // Both may ask for the same script.
    if (seen[columns.page]) return;
    seen[columns.page] = true;
    var names = columns.name.split("\n");
    var repositories = columns.repository.split("\n");
    var latest = columns.latest.split("\n");
    columns.page.split("\n").forEach(function (page, index) {
      var parts = /^models\/([^/]+\/[^/]+)\/index\.html$/.exec(decodeURIComponent(page));
      if (parts && latest[index] && parts[1] !== home && isFolder(parts[1], 2)) {
        models.push({ folder: parts[1], name: names[index], repository: repositories[index] });
      }
    });
    renderModels();
    if (oldSearch) oldSearch(columns);
  };

  function renderModels() {
    var words = modelInput.value.toLowerCase().split(/\s+/).filter(Boolean);
    var before = modelSelect.value;
    modelSelect.textContent = "";
    models.filter(function (model) {
      var text = (model.repository + " " + model.name).toLowerCase();
      return words.every(function (word) { return text.indexOf(word) >= 0; });
    }).slice(0, 50).forEach(function (model) {
      modelSelect.appendChild(element("option", { value: model.folder }, model.name + " (" + model.repository + ")"));
    });
    if (before) modelSelect.value = before;
    if (modelSelect.selectedIndex < 0) modelSelect.selectedIndex = 0;
    if (modelSelect.value) needList(modelSelect.value);
    renderAdding();
  }

  function setUp() {
    place.appendChild(element("section", { "aria-labelledby": "versions" },
      element("h2", { id: "versions" }, "Versions side by side"),
      element("fieldset", { "class": "choice" }, element("legend", { "class": "visually-hidden" }, "Compared versions and their baseline"), chosenList),
      element("div", { "class": "add" }, element("label", { "for": "add-version" }, "Version "), versionSelect, addButton),
      others,
      element("p", { "class": "add" }, element("label", { "for": "only-different" }, toggle, " Differences only")),
      status));
    place.appendChild(tables);
    place.hidden = false;
    addButton.addEventListener("click", function () {
      add(versionSelect.value);
      if (addButton.disabled) versionSelect.focus();
    });
    otherButton.addEventListener("click", function () { add(otherSelect.value); });
    toggle.addEventListener("change", function () { onlyDifferent = toggle.checked; remember(); render(); });
    modelInput.addEventListener("input", renderModels);
    modelSelect.addEventListener("change", function () { needList(modelSelect.value); renderAdding(); });
    others.addEventListener("toggle", function () {
      if (!others.open || models.length) return;
      (document.body.dataset.search || "").split(" ").filter(Boolean).forEach(function (source) { load(source, source); });
    });
    addEventListener("hashchange", read);
    needList(home);
    read();
  }

  setUp();
})();
