import { SCRIPT } from './page-script.ts';
import { STYLE } from './page-style.ts';

/** One page without anything from elsewhere; it reads /state every few seconds. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>CO3 simulator</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>CO3 simulator <small>what the bridge has done in CO3, on this machine only</small></h1>
<span id="off" class="bad" role="status" hidden>The simulator does not answer.</span>
</header>
<header class="facts" id="facts"></header>
<main id="main"></main>
<script>${SCRIPT}</script>
</body>
</html>
`;
