// Makes pages quicker to use; everything is there without it.
(function () {
  "use strict";

  var root = document.documentElement;
  var body = document.body;

  function element(name, attributes, text) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function all(selector, within) {
    return Array.from((within || document).querySelectorAll(selector));
  }

  // The theme button: as the system has it, light, dark.

  function setUpTheme() {
    var button = document.querySelector(".theme-button");
    var names = ["auto", "light", "dark"];
    if (!button) return;

    function show() {
      var name = root.dataset.theme || "auto";
      button.textContent = name[0].toUpperCase() + name.slice(1);
      button.setAttribute("aria-label", "Theme: " + button.textContent);
    }

    button.addEventListener("click", function () {
      var next = names[(names.indexOf(root.dataset.theme || "auto") + 1) % names.length];
      if (next === "auto") delete root.dataset.theme;
      else root.dataset.theme = next;
      try {
        if (next === "auto") localStorage.removeItem("vitrine-theme");
        else localStorage.setItem("vitrine-theme", next);
      } catch (error) {
        // Then the choice lasts as long as the page.
      }
      show();
    });
    button.hidden = false;
    show();
  }

  // How long ago a moment was, beside its date.

  function setUpTimes() {
    var units = [["year", 31557600], ["month", 2629800], ["day", 86400], ["hour", 3600], ["minute", 60]];
    var words = new Intl.RelativeTimeFormat(root.lang || "en", { numeric: "auto" });

    all("time[datetime]").forEach(function (time) {
      var seconds = (Date.parse(time.dateTime) - Date.now()) / 1000;
      if (isNaN(seconds)) return;
      var isDay = time.dateTime.length === 10;
      var unit = units.find(function (entry) {
        return Math.abs(seconds) >= entry[1] || (isDay && entry[0] === "day") || entry[0] === "minute";
      });
      var text = words.format(Math.trunc(seconds / unit[1]), unit[0]);
      time.title = time.title ? time.title + ", " + text : text;
      if (time.matches(".day h2 time, .site-footer time, .recent time")) {
        time.after(element("span", { "class": "ago" }, " \u00b7 " + text));
      }
    });
  }

  // Buttons that copy a line.

  function setUpCopying() {
    all(".copy").forEach(function (box) {
      var button = element("button", { type: "button" }, "Copy");
      var code = box.querySelector("code");
      button.addEventListener("click", function () {
        function done() {
          button.textContent = "Copied";
          setTimeout(function () { button.textContent = "Copy"; }, 1500);
        }
        function select() { getSelection().selectAllChildren(code); }
        if (navigator.clipboard) navigator.clipboard.writeText(code.textContent).then(done, select);
        else select();
      });
      box.appendChild(button);
    });
  }

  // A table that fits needs no box: its head stays in sight.

  function setUpBoxes() {
    var boxes = all(".scroll:not(.plot-images)");
    function measure() {
      var fits = boxes.map(function (box) {
        return box.firstElementChild.scrollWidth <= box.clientWidth;
      });
      boxes.forEach(function (box, index) {
        box.classList.toggle("fits", fits[index]);
        if (fits[index]) box.removeAttribute("tabindex");
        else box.tabIndex = 0;
      });
    }
    addEventListener("resize", measure);
    measure();
  }

  // Sorting by the head of a column. What has no value comes last either way.

  var collator = new Intl.Collator(root.lang || "en", { numeric: true });

  function key(cell) {
    if (cell.dataset.v !== undefined) return cell.dataset.v;
    if (cell.querySelector(".none")) return "";
    var part = cell.querySelector("bdi, time, code") || cell;
    return part.dateTime || part.textContent.trim();
  }

  function sort(table, column, direction) {
    var rows = table.tBodies[0];
    var keyed = all("tr", rows).map(function (row) { return { row: row, key: key(row.cells[column]) }; });
    keyed.sort(function (one, other) {
      if (!one.key || !other.key) return (one.key ? 0 : 1) - (other.key ? 0 : 1);
      return direction * collator.compare(one.key, other.key);
    });
    keyed.forEach(function (entry) { rows.appendChild(entry.row); });
  }

  function setUpSorting() {
    all("table.sortable").forEach(function (table) {
      var heads = all("th", table.tHead);
      heads.forEach(function (head, column) {
        var button = element("button", { type: "button" });
        while (head.firstChild) button.appendChild(head.firstChild);
        head.appendChild(button);
        button.addEventListener("click", function () {
          var isUp = head.getAttribute("aria-sort") === "ascending";
          heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
          head.setAttribute("aria-sort", isUp ? "descending" : "ascending");
          sort(table, column, isUp ? -1 : 1);
        });
      });
    });
  }

  // Search. The models come in scripts, which also work for pages opened as files.

  var shards = [];
  var shardCount = 0;
  var filters = { stage: "stages", repo: "repository", repository: "repository", label: "labels",
    type: "type", status: "status" };

  function loadShard(number) {
    var address = body.dataset.search.replace("0.js", number + ".js");
    document.head.appendChild(element("script", { src: address }));
  }

  // The first tells how many.
  window.vitrineSearch = function (columns, count) {
    while (shardCount < count) loadShard(shardCount++);
    var shard = {};
    Object.keys(columns).forEach(function (name) { shard[name] = columns[name].split("\n"); });
    shard.lower = columns.name.toLowerCase().split("\n");
    shard.rest = shard.name.map(function (name, index) {
      return [shard.repository[index], shard.labels[index], shard.text[index], shard.type[index]]
        .join(" ").toLowerCase();
    });
    shards.push(shard);
    showResults();
  };

  var showResults = function () {};

  // 4: the name starts with the word; 3: a part of it does; 2: within it; 1: elsewhere.
  function rank(shard, index, word) {
    var place = shard.lower[index].indexOf(word);
    if (place === 0) return 4;
    if (place > 0) return /[^a-z0-9]/.test(shard.lower[index][place - 1]) ? 3 : 2;
    return shard.rest[index].indexOf(word) >= 0 ? 1 : 0;
  }

  function matches(shard, index, filter) {
    var value = shard[filter.column][index].toLowerCase();
    if (filter.column === "stages") return value.split(" ").indexOf(filter.word) >= 0;
    return value.indexOf(filter.word) >= 0;
  }

  function find(query) {
    var words = [];
    var wanted = [];
    query.toLowerCase().split(/\s+/).forEach(function (word) {
      var parts = /^([a-z]+):(.+)$/.exec(word);
      if (parts && filters[parts[1]]) wanted.push({ column: filters[parts[1]], word: parts[2] });
      else if (word) words.push(word);
    });
    var found = [];
    shards.forEach(function (shard) {
      for (var index = 0; index < shard.name.length; index++) {
        var score = 0;
        for (var w = 0; w < words.length; w++) {
          var part = rank(shard, index, words[w]);
          if (!part) { score = -1; break; }
          score += part;
        }
        if (score < 0) continue;
        if (wanted.every(function (filter) { return matches(shard, index, filter); })) {
          found.push({ shard: shard, index: index, score: score, place: found.length });
        }
      }
    });
    return found.sort(function (one, other) { return other.score - one.score || one.place - other.place; });
  }

  function setUpSearch() {
    var box = document.querySelector(".search");
    var input = document.getElementById("search");
    var list = document.getElementById("search-results");
    var panel = document.querySelector(".search-panel");
    var count = document.querySelector(".search-count");
    var chosen = -1;
    if (!box) return;

    function choose(index) {
      var options = list.children;
      if (options[chosen]) options[chosen].setAttribute("aria-selected", "false");
      chosen = options.length ? (index + options.length) % options.length : -1;
      if (chosen < 0) return input.removeAttribute("aria-activedescendant");
      options[chosen].setAttribute("aria-selected", "true");
      options[chosen].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[chosen].id);
    }

    function close() {
      panel.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function option(entry, number) {
      var shard = entry.shard;
      var index = entry.index;
      var facts = [shard.repository[index], shard.latest[index], shard.stages[index]]
        .concat(shard.status[index] === "active" ? [] : [shard.status[index]]);
      var made = element("li", { role: "option", id: "found-" + number, "aria-selected": "false" });
      made.appendChild(element("strong", {}, shard.name[index]));
      made.appendChild(element("small", {}, facts.filter(Boolean).join(" \u00b7 ")));
      made.dataset.href = body.dataset.root + shard.page[index];
      return made;
    }

    showResults = function () {
      var query = input.value.trim();
      if (!query || document.activeElement !== input) return close();
      var found = find(query);
      list.textContent = "";
      found.slice(0, 50).forEach(function (entry, number) { list.appendChild(option(entry, number)); });
      count.textContent = shards.length < shardCount ? "Loading\u2026"
        : found.length === 0 ? "No model found"
        : found.length === 1 ? "1 model"
        : found.length + " models" + (found.length > 50 ? ", the first 50 shown" : "");
      panel.hidden = false;
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", String(found.length > 0));
      chosen = -1;
      choose(0);
    };

    function remember() {
      var query = input.value.trim();
      try {
        history.replaceState(null, "", (query ? "?q=" + encodeURIComponent(query) : location.pathname) + location.hash);
      } catch (error) {
        // Some browsers keep the address of a file.
      }
    }

    input.addEventListener("focus", function () {
      if (!shardCount) loadShard(shardCount++);
      showResults();
    });
    input.addEventListener("input", function () { showResults(); remember(); });
    input.addEventListener("blur", function () { setTimeout(close, 150); });
    input.addEventListener("keydown", function (event) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
        event.preventDefault();
      } else if (event.key === "Enter" && list.children[chosen] && !panel.hidden) {
        location.href = list.children[chosen].dataset.href;
      } else if (event.key === "Escape") {
        input.value = "";
        remember();
        close();
        input.blur();
      }
    });
    list.addEventListener("mousedown", function (event) {
      var picked = event.target.closest("li");
      if (picked && event.button === 0) location.href = picked.dataset.href;
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
      event.preventDefault();
      input.focus();
    });
    box.hidden = false;
    var query = new URLSearchParams(location.search).get("q");
    if (query) {
      input.value = query;
      input.focus();
    }
  }

  setUpTheme();
  setUpTimes();
  setUpCopying();
  setUpSorting();
  setUpBoxes();
  setUpSearch();
})();
