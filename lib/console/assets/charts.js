// Draws each chart from the table that stands below it.
const AXIS_SPACE = 40;

const read = (figure) => {
  const table = figure.querySelector('table');
  const rows = [...table.tBodies[0].rows];
  const series = [...table.tHead.rows[0].cells].slice(1).map((head, at) => ({
    name: head.textContent,
    values: rows.map((row) => Number(row.cells[at + 1].textContent)),
    color: getComputedStyle(figure.querySelector(`.s${at}`)).backgroundColor,
  }));
  return { labels: rows.map((row) => row.cells[0].textContent), series };
};

// Each on top of those before it; the highest is drawn first, so that the others cover it.
const stacked = (series) =>
  series
    .map((one, at) => ({
      ...one,
      values: one.values.map((_, x) => series.slice(0, at + 1).reduce((sum, { values }) => sum + values[x], 0)),
    }))
    .reverse();

const translucent = (color) => color.replace(/^rgb\((.*)\)$/, 'rgba($1, 0.22)');

const optionsOf = (figure, labels, series, limit) => {
  const ink = getComputedStyle(figure).color;
  const faint = getComputedStyle(figure.querySelector('figcaption')).color;
  const grid = { stroke: getComputedStyle(figure).borderTopColor, width: 1 };
  const isBars = figure.dataset.chart === 'bars';
  const paths = isBars ? { paths: uPlot.paths.bars({ size: [0.7, 60] }) } : { width: 2 };
  const lines = series.map(({ name, color }) => ({
    label: name,
    stroke: color,
    fill: isBars ? color : translucent(color),
    points: { show: false },
    ...paths,
  }));
  const limits = limit === null ? [] : [{ label: '', stroke: ink, dash: [6, 5], width: 1.5, points: { show: false } }];
  return {
    width: figure.querySelector('.plot').clientWidth,
    height: 190,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: [-0.6, labels.length - 0.4] },
      y: { range: (_, __, max) => [0, Math.max(4, max * 1.1)] },
    },
    axes: [
      {
        stroke: faint,
        grid: { show: false },
        ticks: grid,
        space: AXIS_SPACE,
        incrs: [1, 2, 5, 10, 15],
        values: (_, at) => at.map((x) => labels[x] ?? ''),
      },
      { stroke: faint, grid, ticks: grid, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] },
    ],
    series: [{}, ...lines, ...limits],
  };
};

const draw = (figure) => {
  const { labels, series } = read(figure);
  const shown = figure.dataset.chart === 'bars' ? stacked(series) : series;
  const limit = figure.dataset.limit === undefined ? null : Number(figure.dataset.limit);
  const limits = limit === null ? [] : [labels.map(() => limit)];
  const plot = figure.querySelector('.plot');
  plot.replaceChildren();
  new uPlot(
    optionsOf(figure, labels, shown, limit),
    [labels.map((_, x) => x), ...shown.map(({ values }) => values), ...limits],
    plot,
  );
};

const drawAll = () => {
  for (const figure of document.querySelectorAll('figure[data-chart]')) draw(figure);
};

drawAll();
addEventListener('resize', drawAll);
document.body.addEventListener('htmx:afterSettle', drawAll);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
