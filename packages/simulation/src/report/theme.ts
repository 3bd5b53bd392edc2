/** The colours of one kind of viewer. */
interface Theme {
  readonly back: string;
  readonly ink: string;
  readonly dim: string;
  readonly grid: string;
  readonly heat: string;
  readonly series: readonly string[];
}

/**
 * Colours that stay apart for colour-blind readers, for a light and for a dark viewer.
 *
 * Source: Okabe and Ito's palette, lightened for dark backgrounds.
 */
const LIGHT: Theme = {
  back: '#fff',
  ink: '#222',
  dim: '#666',
  grid: '#e4e4e4',
  heat: '#0072b2',
  series: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b58900', '#5b4fa2', '#666666'],
};
const DARK: Theme = {
  back: '#15181c',
  ink: '#e8e8e8',
  dim: '#a5a5a5',
  grid: '#2d3238',
  heat: '#56b4e9',
  series: ['#56b4e9', '#ff8f45', '#33cc99', '#e6a3c8', '#f0c93a', '#a79df0', '#aaaaaa'],
};

/** How many series can be told apart by colour. */
export const PALETTE_SIZE: number = LIGHT.series.length;

/** Colours alone, written out: viewers that know no variables of style sheets would paint black. */
function colours({ back, ink, dim, grid, heat, series }: Theme): string {
  return [
    `text{fill:${ink}}.note,.tick,.axis{fill:${dim}}.back{fill:${back}}`,
    `.grid{stroke:${grid}}.rim{stroke:${dim}}`,
    `.mark{fill:${dim}}.span{fill:${ink}}.instant{stroke:${ink}}`,
    `.cell{fill:${heat};stroke:${back}}`,
    ...series.map(
      (colour, index) =>
        `.series.c${index}{stroke:${colour}}.bar.c${index},.dot.c${index},.band.c${index}{fill:${colour}}`,
    ),
  ].join('');
}

/** The style sheet of every picture; a viewer's preference for dark is followed. */
export const STYLE: string = [
  'text{font-family:system-ui,sans-serif;font-size:12px}',
  '.title{font-size:15px;font-weight:600}.value{font-size:11px}',
  '.grid,.cell,.rim{stroke-width:1}.rim,.series{fill:none}',
  '.mark{font-size:11px}.span{fill-opacity:.07}.band{fill-opacity:.25}',
  '.instant{stroke-width:1;stroke-dasharray:2 3;stroke-opacity:.7}',
  '.series{stroke-width:2;stroke-linejoin:round}.dashed{stroke-dasharray:6 4}',
  colours(LIGHT),
  `@media(prefers-color-scheme:dark){${colours(DARK)}}`,
].join('');
