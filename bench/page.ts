import { cpus } from 'node:os';
import { OWN, type Own } from './own.ts';
import type { PeerOutput } from './peers.ts';
import type { ColdStart, Scale } from './scale.ts';

/** What was measured. Times in milliseconds unless they say otherwise. */
export interface Measured {
  readonly sizes: Own['sizes'];
  readonly outputs: readonly PeerOutput[];
  readonly times: ReadonlyMap<string, number>;
  readonly stages: ReadonlyMap<string, number>;
  /** The limit and our rendering once more, taking turns with other libraries. */
  readonly peerTimes: ReadonlyMap<string, number>;
  readonly cold: ColdStart;
  readonly large: Scale;
}

const decimal = (value: number, digits: number): string => value.toFixed(digits).replace('.', ',');
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
const verdict = (holds: boolean): string => (holds ? 'đạt' : '**chưa đạt**');

/** A row of targets: what, measured, wanted. */
function target(what: string, measured: number, wanted: number, atMost: boolean, digits = 2): string {
  const holds = atMost ? measured <= wanted : measured >= wanted;
  return `| ${what} | ${decimal(measured, digits)} | ${atMost ? '≤' : '≥'} ${decimal(wanted, String(wanted).split('.')[1]?.length ?? 0)} | ${verdict(holds)} |`;
}

/** docs/do-toc-do.md. */
export function page({ sizes, outputs, times, stages, peerTimes, cold, large }: Measured): string {
  const time = (name: string): number => times.get(name) ?? Number.NaN;
  const peer = (name: string): number => peerTimes.get(name) ?? Number.NaN;
  const limit = time(OWN.limit);
  const sizeOf = (name: string): string => {
    const size = outputs.find((output) => output.name === name)?.documentSize;
    return size === undefined ? kilobytes(sizes.documentXml) : kilobytes(size);
  };
  const [processor] = cpus();
  const against = ([name, ms]: readonly [string, number], bound: number) => ({ name, ms, ratio: ms / bound });
  const rows = [
    ...[...times].map((one) => against(one, limit)),
    ...[...peerTimes].filter(([name]) => !times.has(name)).map((one) => against(one, peer(OWN.limit))),
  ]
    .sort((a, b) => a.ratio - b.ratio)
    .map(({ name, ms, ratio }) => `| ${name} | ${decimal(ms, 1)} | ${decimal(ratio, 2)} | ${sizeOf(name)} |`);
  const total = [...stages.values()].reduce((sum, ms) => sum + ms, 0);
  const profile = [...stages].map(
    ([name, ms]) => `| ${name} | ${decimal(ms, 2)} | ${decimal(ms / limit, 2)} | ${Math.round((100 * ms) / total)} % |`,
  );
  const whole = time(OWN.whole);
  const render = time(OWN.render);
  const { made, again, hashedSeconds } = large;
  return `# Đo tốc độ

Trang này do \`npm run bench\` viết ra; chạy lại trên máy khác thì số mili giây khác đi, các tỉ số thì gần như giữ nguyên.

Máy đo: ${processor?.model.trim() ?? ''}, ${cpus().length} nhân; Node ${process.versions.node}, ${process.platform} ${process.arch}.

Báo cáo điển hình, do \`bench/typical.ts\` sinh ra: 70 đoạn, ${kilobytes(sizes.text)} chữ, phụ lục 170 dòng × 5 cột; YAML ${kilobytes(sizes.yaml)},
document.xml ${kilobytes(sizes.documentXml)}, tệp .docx ${kilobytes(sizes.docx)}. Không báo cáo nào trùng câu với báo cáo khác, nên không được lợi gì từ việc nhớ
báo cáo trước.

## Một báo cáo, tiến trình đã nóng

Trung vị của 200 lần (docx-templates: 20 và 10 lần), đo xen kẽ nhau; các thư viện khác đo sau, cùng với giới hạn và phần kết xuất một lần nữa. "Giới hạn" là phần việc không bỏ được:
ghép các chuỗi đã biết, nén zlib mức 6, CRC, đóng gói zip với các phần không đổi giữ nguyên. "Cả đường đi" là đọc YAML, kiểm tra, soạn,
kết xuất, ghi tệp (có fsync); các thư viện khác chỉ kết xuất từ dữ liệu có sẵn. Cột cuối cho biết mỗi cách ghi ra nhiều ít:
docx (dựng bằng mã) không ghi dấu của Word ở từng đoạn, docx-templates ghi nhiều hơn.

| cách làm | ms | × giới hạn | document.xml |
|---|---:|---:|---:|
${rows.join('\n')}

## Thời gian đi đâu

Từng chặng đo riêng, trung vị của 200 lần, mỗi lần một báo cáo khác.

| chặng | ms | × giới hạn | phần |
|---|---:|---:|---:|
${profile.join('\n')}

## Khởi động nguội

Cả tiến trình \`node dist/gen.js\` lập lại một báo cáo vừa sửa một số liệu, trung vị của 20 lần: ${Math.round(cold.report)} ms; Node rỗng: ${Math.round(cold.empty)} ms.
Lần đầu tiên, khi mẫu và danh mục chưa được đọc lần nào: ${Math.round(cold.first)} ms.

## Nhiều báo cáo, một tiến trình

| | 100 báo cáo | 1.000 báo cáo |
|---|---:|---:|
| một luồng (\`--luong 1\`): giây | ${decimal(made[1][100].seconds, 2)} | ${decimal(made[1][1000].seconds, 2)} |
| hai luồng (\`--luong 2\`): giây | ${decimal(made[2][100].seconds, 2)} | ${decimal(made[2][1000].seconds, 2)} |
| một luồng: bộ nhớ cao nhất, MB | ${Math.round(made[1][100].peakMegabytes)} | ${Math.round(made[1][1000].peakMegabytes)} |
| hai luồng: bộ nhớ cao nhất, MB | ${Math.round(made[2][100].peakMegabytes)} | ${Math.round(made[2][1000].peakMegabytes)} |

Mỗi số là trung vị của ba lần, bộ nhớ là lần cao nhất. Hai tiến trình riêng, không chung nhau gì, mỗi bên 300 báo cáo, chạy
cùng lúc trên máy này nhanh hơn chạy lần lượt ${decimal(large.ceiling, 2)} lần: hai luồng khó hơn thế được.

Chỉ kiểm tra 1.000 báo cáo (\`gen check\`, một luồng): ${decimal(large.checked.seconds, 2)} giây.

Chạy lại khi không có gì đổi ("${again.summary}"): ${decimal(again.seconds, 2)} giây, tính cả
khởi động. Một tiến trình Node chỉ đọc và băm các tệp đầu vào: ${decimal(hashedSeconds, 2)} giây.

## So với mục tiêu

| mục tiêu | đo được | cần | |
|---|---:|---:|---|
${[
  target('kết xuất × giới hạn', render / limit, 1.1, true),
  target('nhanh hơn carbone, lần', peer('carbone 3.8') / peer(OWN.render), 4, false, 1),
  target(
    'nhanh hơn docxtemplater (vòng lặp), lần',
    peer('docxtemplater 3.71 (vòng lặp)') / peer(OWN.render),
    12,
    false,
    1,
  ),
  target('cả đường đi × giới hạn (nhắm tới 3)', whole / limit, 5, true),
  target('khởi động nguội × Node rỗng', cold.report / cold.empty, 2, true),
  target('hai luồng nhanh hơn một, 1.000 báo cáo, lần', made[1][1000].seconds / made[2][1000].seconds, 1.75, false),
  target(
    'một luồng: bộ nhớ, 1.000 so với 100, lần',
    made[1][1000].peakMegabytes / made[1][100].peakMegabytes,
    1.3,
    true,
  ),
  target(
    'hai luồng: bộ nhớ, 1.000 so với 100, lần',
    made[2][1000].peakMegabytes / made[2][100].peakMegabytes,
    1.3,
    true,
  ),
  target('hai luồng: bộ nhớ, MB', made[2][1000].peakMegabytes, 300, true, 0),
  target('không có gì đổi × chỉ băm đầu vào', again.seconds / hashedSeconds, 1.2, true),
].join('\n')}
`;
}
