// Comfort for the form of an invoice: lines come and go without a reload, and the totals are there while one types.
// The figures are read and rounded exactly as the server does it (PeoplesFigures, LineReader, AmountsReader): whole numbers only,
// half away from zero. A journey compares the two over many cases. What is saved is what the server works out.
(() => {
  const form = document.querySelector("[data-invoice]");
  if (!form) {
    return;
  }

  const MOST = 99999999999999n;          // minor units
  const MICROS = 1000000n;               // unit prices have six decimals
  const WHOLE = 10000000n;               // 100 %, rates have five decimals
  const MOST_RATE = 99999999n;
  const MOST_QUANTITY = 999999999n;
  const LONGEST = 40;
  const GROUPED = /^([1-9]\d{0,2}([ \u00A0\u2009\u202F'\u2019.,])\d{3}(?:\2\d{3})*)(?:([.,])(\d+))?$/;
  const SIMPLE = /^(\d+)(?:[.,](\d+))?$/;
  const PLAIN = /^(\d+)(?:\.(\d+))?$/;

  const round = (numerator, denominator) => (numerator + (numerator < 0n ? -1n : 1n) * (denominator / 2n)) / denominator;
  const share = (minor, rate) => round(minor * rate, WHOLE);
  const field = (name) => form.querySelector(`[name="${name}"]:not([type=hidden])`) ?? form.querySelector(`[name="${name}"]`);

  // undefined: nothing was typed. null: it cannot be read, or not for sure. Else a whole number of the smallest unit.
  const read = (name, digits, decimalMarks, most) => {
    const typed = field(name)?.value.trim() ?? "";
    if (typed === "") {
      return undefined;
    }
    const isLong = typed.length > LONGEST;
    const groups = isLong ? null : GROUPED.exec(typed);
    const simple = (isLong ? PLAIN : SIMPLE).exec(typed);
    const thousands = groups && groups[2] !== groups[3] ? [groups[1].replace(/\D/g, ""), groups[4] ?? ""] : null;
    const decimals = simple ? [simple[1], simple[2] ?? ""] : null;
    const figure = !thousands || !decimals ? thousands ?? decimals : [...typed].some((c) => decimalMarks.includes(c)) ? decimals : null;
    if (!figure) {
      return null;
    }
    const part = figure[1].replace(/0+$/, "");
    const all = (figure[0].replace(/^0+/, "") + part.padEnd(digits, "0")).replace(/^0+/, "");
    if (part.length > digits || all.length > 18) {
      return null;
    }
    const value = BigInt(all || "0");
    return most !== undefined && value > most ? null : value;
  };

  const currencyOf = () => {
    const choice = field("Currency");
    const { digits, money } = (choice.selectedOptions?.[0] ?? choice).dataset;
    return digits === undefined ? null : { digits: Number(digits), units: 10n ** BigInt(digits), money, marks: Number(digits) >= 3 ? "." : "" };
  };

  const amount = (name, currency) => read(name, currency.digits, currency.marks, MOST);
  const percent = (name, most) => read(name, 5, ".,", most);
  const isBroken = (...figures) => figures.some((figure) => figure === null);

  const near = (one, other) => one - other <= 1n && other - one <= 1n;
  const agree = (sum, rate, ...bases) => sum === undefined || rate === undefined || bases.some((base) => near(sum, share(base, rate)));

  const lineTotal = (i, currency) => {
    const of = (member) => `Lines[${i}].${member}`;
    const price = read(of("UnitPrice"), 6, currency.marks);
    const quantity = read(of("Quantity"), 0, currency.marks, MOST_QUANTITY);
    const off = amount(of("DiscountAmount"), currency);
    const offRate = percent(of("DiscountPercent"), WHOLE);
    const on = amount(of("TaxAmount"), currency);
    const onRate = percent(of("TaxRate"), MOST_RATE);
    if (price === undefined || quantity === 0n || isBroken(price, quantity, off, offRate, on, onRate)) {
      return null;
    }
    const exact = price * (quantity ?? 1n) * currency.units;
    if (exact > MOST * MICROS) {
      return null;
    }
    const gross = round(exact, MICROS);
    const discount = off ?? (offRate === undefined ? 0n : share(gross, offRate));
    if (discount > gross) {
      return null;
    }
    const net = gross - discount;
    const tax = on ?? (onRate === undefined ? 0n : share(net, onRate));
    return net + tax > MOST || !agree(off, offRate, gross) || !agree(on, onRate, net, gross) ? null : net + tax;
  };

  // How much of a sum a share of it was, when it is in the sum already. Never beyond what a sum may be.
  const within = (sum, part, whole) => (sum * part / whole > MOST * 4n ? MOST * 4n : round(sum * part, whole));

  const figuresOf = (sums, currency) => {
    const off = amount("DiscountAmount", currency);
    const offRate = percent("DiscountPercent", WHOLE);
    const on = amount("TaxAmount", currency);
    const onRate = percent("TaxRate", MOST_RATE);
    const freight = amount("FreightAmount", currency);
    const freightRate = percent("FreightTaxRate", MOST_RATE);
    const whole = sums.length > 0 ? undefined : amount("Total", currency);
    if (isBroken(...sums, off, offRate, on, onRate, freight, freightRate, whole)) {
      return null;
    }
    const carried = freight ?? 0n;
    const freightTax = field("FreightTaxable").checked && freightRate !== undefined ? share(carried, freightRate) : 0n;
    const told = (lines, discount, tax) => ({ lines, discount: -discount, tax, freight: carried, freightTax, total: lines - discount + tax + carried + freightTax });
    if (sums.length > 0) {
      const lines = sums.reduce((sum, one) => sum + one, 0n);
      const discount = off ?? (offRate === undefined ? 0n : share(lines, offRate));
      const base = lines > discount ? lines - discount : 0n;
      const figures = told(lines, discount, on ?? (onRate === undefined ? 0n : share(base, onRate)));
      return figures.total <= 0n || figures.total > MOST ? null : figures;
    }
    if (!whole || (off === undefined && offRate === WHOLE)) {
      return null;
    }
    const taxed = whole - carried - freightTax;
    const tax = on ?? (onRate === undefined ? 0n : within(taxed, onRate, WHOLE + onRate));
    const discount = off ?? (offRate === undefined ? 0n : within(taxed - tax, offRate, WHOLE - offRate));
    const lines = taxed - tax + discount;
    return lines < 0n || lines > MOST || discount < 0n || tax < 0n ? null : told(lines, discount, tax);
  };

  const written = (minor, digits) => {
    const all = String(minor).padStart(digits + 1, "0");
    const whole = all.slice(0, all.length - digits).replace(/\B(?=(\d{3})+$)/g, form.dataset.group);
    return digits > 0 ? whole + form.dataset.decimal + all.slice(-digits) : whole;
  };
  const say = (place, minor, currency) => {
    const text = minor === null || minor === undefined || !currency ? "–"
      : `${minor < 0n ? "−" : ""}${currency.money.replace(written(0, currency.digits), () => written(minor < 0n ? -minor : minor, currency.digits))}`;
    if (place.textContent !== text) {
      place.textContent = text;
    }
  };

  const rows = () => [...form.querySelectorAll("[data-line]")];
  const tell = () => {
    const currency = currencyOf();
    const sums = rows().map((row, i) => {
      const sum = currency ? lineTotal(i, currency) : null;
      say(row.querySelector("[data-sum]"), sum, currency);
      return sum;
    });
    const figures = currency ? figuresOf(sums, currency) : null;
    for (const place of form.querySelectorAll("[data-figure]")) {
      say(place, figures?.[place.dataset.figure], currency);
    }
  };

  // Lines
  const lines = form.querySelector("[data-lines]");
  const add = form.querySelector("[data-add]");
  const said = form.querySelector("[data-said]");
  const number = (row, i) => {
    for (const part of [row, ...row.querySelectorAll("[name], [id], [for], [aria-describedby]")]) {
      for (const attribute of ["name", "id", "for", "aria-describedby"]) {
        const value = part.getAttribute(attribute);
        value && part.setAttribute(attribute, value.replace(/Lines\[\d+\]/g, `Lines[${i}]`).replace(/Lines-\d+-/g, `Lines-${i}-`));
      }
    }
    row.querySelectorAll("[data-number]").forEach((place) => { place.textContent = i + 1; });
    row.querySelector("[data-remove]").value = i;
  };
  const settle = (words) => {
    rows().forEach(number);
    const isFull = rows().length >= Number(form.dataset.mostLines);
    add.hidden = isFull;
    form.querySelector("[data-full]").hidden = !isFull;
    form.querySelector("[data-total-field]").hidden = rows().length > 0;
    said.textContent = words;
    tell();
  };
  form.addEventListener("click", (event) => {
    const remove = event.target.closest("[data-remove]");
    if (event.target.closest("[data-add]")) {
      event.preventDefault();
      lines.append(form.querySelector("[data-blank]").content.cloneNode(true));
      settle(`Line ${rows().length} added`);
      rows().at(-1).querySelector("input").focus();
    } else if (remove) {
      event.preventDefault();
      const i = Number(remove.value);
      rows()[i].remove();
      settle(`Line ${i + 1} removed`);
      (rows()[Math.min(i, rows().length - 1)]?.querySelector("[data-remove]") ?? add).focus();
    }
  });

  // A second click saves nothing twice; coming back with the Back button wakes the buttons up again.
  let isUnderWay = false;
  form.addEventListener("submit", (event) => {
    if (event.submitter?.hasAttribute("data-once")) {
      isUnderWay ? event.preventDefault() : (isUnderWay = true);
    }
  });
  addEventListener("pageshow", () => { isUnderWay = false; tell(); });
  form.addEventListener("input", tell);
  form.addEventListener("change", tell);
})();
