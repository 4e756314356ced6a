/** Builds the page from /state. Every text goes in as text, never as markup: a buyer's name may be anything. */
export const SCRIPT = `
const el = (name, props, ...children) => {
  const node = Object.assign(document.createElement(name), props);
  node.append(...children);
  return node;
};
const table = (columns, rows, empty) => {
  if (rows.length === 0) return el('p', { className: 'none' }, empty);
  const head = el('tr', {}, ...columns.map(([title, , style]) => el('th', { scope: 'col', className: style || '' }, title)));
  const cell = (row) => ([, read, style]) => {
    const value = read(row);
    const isNode = value instanceof Node;
    return el('td', { className: style || '' }, isNode ? value : String(value ?? ''));
  };
  const body = rows.map((row) => el('tr', {}, ...columns.map(cell(row))));
  return el('div', { className: 'scroll' }, el('table', {}, el('thead', {}, head), el('tbody', {}, ...body)));
};
const section = (title, count, ...children) =>
  el('section', {}, el('h2', {}, title, el('span', {}, count)), ...children);
const time = (ms) => new Date(ms).toLocaleTimeString('en-GB');
const name = ({ fields: f }) =>
  [f.contact_firm, [f.contact_lastname, f.contact_firstname].filter(Boolean).join(' ')].filter(Boolean).join(' · ');
const rowText = (row) => row.quantity + ' × ' + row.name + ' @ ' + row.net_price + ' + ' + row.vat + (/\\d$/.test(row.vat) ? '%' : '');
const statusOf = ({ status }) => el('span', { className: status === 'issued' ? '' : 'warn' }, status);

const invoices = ({ name: account, invoices: all, contacts }) => {
  const buyers = new Map(contacts.map((contact) => [String(contact.id), contact]));
  const buyer = ({ fields }) => buyers.has(fields.contact_id) ? name(buyers.get(fields.contact_id)) : fields.contact_id;
  return section('Invoices', account + ' · ' + all.length, table([
    ['Number', (i) => i.number],
    ['Issued', (i) => i.fields.issue_date],
    ['Contact', buyer],
    ['Rows', (i) => i.rows.map(rowText).join('\\n'), 'wrap quiet'],
    ['Gross', (i) => i.gross, 'num'],
    ['', (i) => i.fields.currency],
    ['Paid', (i) => i.balance, 'num'],
    ['Status', statusOf],
    ['Comment', (i) => i.comment, 'wrap mono quiet'],
  ], all.toReversed().slice(0, 100), 'No invoice yet.'));
};
const contacts = ({ name: account, contacts: all }) => section('Contacts', account + ' · ' + all.length, table([
  ['Id', (c) => c.id, 'num'],
  ['Name', name],
  ['E-mail', (c) => c.fields.contact_email],
  ['Tax number', (c) => c.fields.contact_vat_number],
  ['Where', (c) => [c.fields.contact_country, c.fields.contact_zip, c.fields.contact_city].filter(Boolean).join(' ')],
], all.toReversed().slice(0, 100), 'No contact yet.'));
const products = ({ name: account, products: all }) => section('Products', account + ' · ' + all.length, table([
  ['SKU', (p) => p.fields.item_number, 'mono'],
  ['Name', (p) => p.fields.product_name],
  ['Net', (p) => p.fields.net_price, 'num'],
  ['Stock', (p) => Object.entries(p.stock).map(([id, n]) => '#' + id + ': ' + n).join(', '), 'num'],
], all, 'No product.'));

const answerOf = (call) => {
  const said = { none: 'not reached', 'at-work': 'still at work' }[call.outcome] ?? (call.code === null ? 'OK' : 'code ' + call.code);
  const text = said + (call.id === null ? '' : ', id ' + call.id) + (call.fault === null ? '' : ' · ' + call.fault);
  return el('span', { className: call.fault ? 'warn' : call.code === null ? 'good' : 'bad' }, text);
};
const calls = ({ calls: all }) => section('Last calls', '', table([
  ['Time', (c) => time(c.at), 'num'],
  ['Account', (c) => c.account],
  ['Method', (c) => c.method || '?', 'mono'],
  ['Answer', answerOf],
], all.slice(0, 40), 'Nobody has called yet.'));

const HELP = [
  '# the next setInvoice is carried out, its answer is lost',
  "curl -X POST HERE/faults -d '{\\"kind\\": \\"commit-then-cut\\", \\"method\\": \\"setInvoice\\"}'",
  '# every contact is refused until the faults are cleared',
  "curl -X POST HERE/faults -d '{\\"kind\\": \\"refuse\\", \\"code\\": 20, \\"method\\": \\"setContact\\", \\"times\\": null}'",
  '# CO3 is down for a minute',
  "curl -X POST HERE/faults -d '{\\"kind\\": \\"down\\", \\"how\\": \\"503\\", \\"forMs\\": 60000}'",
  '# all is well again',
  'curl -X DELETE HERE/faults',
  '',
  '# kinds: refuse (code, text) · slow (ms) · stale-read (ms) · commit-then-cut · commit-then-html · truncated-xml',
  '#        late-commit (ms, how: hang, reset) · hang-after-commit · timeout-before-commit · reset · 503 · down (how: reset, hang, 503, unreachable; forMs)',
  '#        hostile-answer (as: entity-bomb, deep, huge, utf-16, gzip, …; a wrong one is told all there are)',
  '#        require-tls (required) · dialect (comment, rounding, forintDecimals, jitterMs)',
  '# each with method, nth (the nth call from then on) and times (calls running; null: until cleared)',
].join('\\n').replaceAll('HERE', location.origin);
const clearFaults = () => fetch('/faults', { method: 'DELETE' }).then(refresh);
const help = el('details', {}, el('summary', {}, 'Ordering a fault'), el('pre', { className: 'mono' }, HELP));
const faults = ({ faults: all, outage }) => {
  const list = outage === null ? all : [{ rule: { kind: 'down: ' + outage }, seen: '' }, ...all];
  const said = ({ rule: { kind, method, nth, times, ...rest } }) => Object.entries(rest).map(([k, v]) => k + ' ' + v).join(', ');
  const clear = el('button', { onclick: clearFaults, hidden: list.length === 0 }, 'Clear all');
  return section('Faults in force', String(list.length), table([
    ['Kind', (f) => el('b', { className: 'warn' }, f.rule.kind)],
    ['Method', (f) => f.rule.method ?? 'any', 'mono'],
    ['From call', (f) => f.rule.nth ?? 1, 'num'],
    ['Times', (f) => f.rule.times === null ? 'until cleared' : f.rule.times ?? 1, 'num'],
    ['', said],
  ], list, 'None: CO3 behaves.'), clear, help);
};
const facts = (state) => Object.entries({
  time: time(state.now), sessions: state.sessions, ...state.dialect, TLS: state.requireTls ? 'required' : 'not required',
}).map(([key, value]) => el('span', {}, key + ' ', el('b', {}, String(value))));

let shown = '';
const refresh = async () => {
  const state = await fetch('/state').then((answer) => answer.json()).catch(() => null);
  document.getElementById('off').hidden = state !== null;
  if (state === null) return;
  document.getElementById('facts').replaceChildren(...facts(state));
  const { now, ...rest } = state;
  const text = JSON.stringify(rest);
  // Nothing happened: a selection or a scrolled table stays as it is.
  if (text === shown) return;
  shown = text;
  document.getElementById('main').replaceChildren(
    ...state.accounts.map(invoices),
    el('div', { className: 'two' }, calls(state), faults(state)),
    ...state.accounts.map((account) => el('div', { className: 'two' }, contacts(account), products(account))),
  );
};
refresh();
setInterval(refresh, 2500);
`;
