// The kinds of series that options.js lets through.
import { BarChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';

export const kinds = [BarChart, LineChart, SankeyChart, ScatterChart];
