// What the engine draws with: about half of it.
export { Group } from 'echarts/lib/util/graphic.js';
