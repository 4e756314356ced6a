export const STYLE = `
:root { color-scheme: light dark; --ground: #f6f5f2; --card: #fff; --ink: #1d2129; --soft: #666e7a; --line: #e3e1dc;
  --accent: #0b6e6e; --good: #1d7a3d; --bad: #b3261e; --warn: #94600a; }
@media (prefers-color-scheme: dark) { :root { --ground: #14171c; --card: #1c2027; --ink: #e7e9ec; --soft: #98a1ad;
  --line: #2c323b; --accent: #58c4bd; --good: #6fcf8e; --bad: #ff8a80; --warn: #f0b95b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; padding: 20px 24px 4px;
  max-width: 1280px; margin: 0 auto; }
h1 { font-size: 20px; margin: 0; letter-spacing: -.01em; }
h1 small { font-weight: 400; font-size: 14px; color: var(--soft); margin-left: 8px; letter-spacing: 0; }
main { max-width: 1280px; margin: 0 auto; padding: 12px 24px 40px; display: grid; gap: 16px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 14px 18px 16px; min-width: 0; }
h2 { font-size: 15px; margin: 0 0 8px; display: flex; gap: 8px; align-items: baseline; }
h2 span { color: var(--soft); font-weight: 400; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th { text-align: left; font-weight: 500; color: var(--soft); font-size: 13px; }
th, td { padding: 5px 14px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tbody tr:last-child td { border-bottom: 0; }
.num { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.mono { font: 12.5px/1.6 ui-monospace, monospace; }
.wrap { white-space: pre-wrap; overflow-wrap: anywhere; min-width: 16ch; }
.quiet, .none { color: var(--soft); }
.good { color: var(--good); } .bad { color: var(--bad); } .warn { color: var(--warn); }
.facts { display: flex; flex-wrap: wrap; gap: 6px 18px; color: var(--soft); }
.facts b { color: var(--ink); font-weight: 600; }
.two { display: grid; gap: 16px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); }
button { font: inherit; color: var(--accent); background: none; border: 1px solid currentColor; border-radius: 6px;
  padding: 2px 10px; cursor: pointer; }
button:hover, button:focus-visible { background: color-mix(in srgb, var(--accent) 12%, transparent); }
details { margin-top: 10px; } summary { cursor: pointer; color: var(--accent); }
pre { overflow-x: auto; margin: 8px 0 0; padding: 10px 12px; background: var(--ground); border-radius: 6px; }
`;
