import type { ReportResult } from '../pipeline.ts';
import type { Language } from './language.ts';

/** A terminal that a line can be drawn on again and again. */
export interface Screen {
  readonly width: number;
  readonly draw: (line: string) => void;
  readonly clear: () => void;
}

interface Around {
  readonly now: () => Date;
  readonly complain: (text: string) => void;
  readonly screen?: Screen;
}

/** A run shorter than this shows nothing: it is over before one looks up. */
const PATIENCE = 1500;
const EVERY = { screen: 100, lines: 5000 } as const;
const BAR = 24;

/** Shows how a long run goes: a bar on a terminal, a line now and then elsewhere; rate and time left. */
export class Progress {
  private readonly start: number;
  private shown: number;
  private drawn = false;

  constructor(
    private readonly around: Around,
    private readonly language: Language,
  ) {
    this.start = around.now().getTime();
    this.shown = this.start;
  }

  report(done: number, total: number, last: ReportResult): void {
    const now = this.around.now().getTime();
    const { screen } = this.around;
    if (now - this.start < PATIENCE || now - this.shown < (screen === undefined ? EVERY.lines : EVERY.screen)) return;
    this.shown = now;
    const rate = (done / (now - this.start)) * 1000;
    const left = Math.ceil((total - done) / rate);
    const words =
      this.language === 'vi'
        ? `${done}/${total} báo cáo, ${rate.toFixed(0)}/giây, còn khoảng ${left} giây`
        : `${done}/${total} reports, ${rate.toFixed(0)}/s, about ${left} s left`;
    if (screen === undefined) {
      this.around.complain(words);
      return;
    }
    const filled = Math.round((done / total) * BAR);
    const line = `[${'█'.repeat(filled)}${'·'.repeat(BAR - filled)}] ${words}  ${last.output}`;
    screen.draw(line.slice(0, Math.max(20, screen.width - 1)));
    this.drawn = true;
  }

  end(): void {
    if (this.drawn) this.around.screen?.clear();
  }
}
