// What charts have beside their series.
import {
  CalendarComponent, GridComponent, LegendComponent, MarkLineComponent, MarkPointComponent, TooltipComponent,
} from 'echarts/components';

export const components = [
  CalendarComponent, GridComponent, LegendComponent, MarkLineComponent, MarkPointComponent, TooltipComponent,
];
