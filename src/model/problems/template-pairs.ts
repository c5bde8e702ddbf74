import type { Wording } from '../problem.ts';
import { didYouMean, say } from './kind.ts';

/** How a tag or a block misses its other half. */
export type PairFault =
  | 'unclosed'
  | 'unopened'
  | 'split'
  | 'doubled'
  | 'wide'
  | 'block-unclosed'
  | 'block-unopened'
  | 'crossed'
  | 'mismatched';

interface PairWording {
  readonly message: (tag: string, other: string) => Wording;
  readonly hint: (tag: string, other: string) => Wording;
}

export const PAIR_FAULTS: Readonly<Record<PairFault, PairWording>> = {
  unclosed: {
    message: (tag) => say(`Thẻ "{${tag}" không có dấu } đóng`, `The tag "{${tag}" is not closed with }`),
    hint: () => say('Thêm dấu } ngay sau tên thẻ.', 'Type } behind the name of the tag.'),
  },
  unopened: {
    message: (tag) => say(`Thẻ "${tag}}" không có dấu { mở`, `The tag "${tag}}" is not opened with {`),
    hint: () => say('Thêm dấu { ngay trước tên thẻ, hoặc xóa dấu }.', 'Type { before the name, or delete the }.'),
  },
  split: {
    message: (tag) =>
      say(`Thẻ "{${tag}" bị ngắt sang đoạn khác`, `The tag "{${tag}" is broken off by the end of a paragraph`),
    hint: () => say('Xóa thẻ và gõ lại liền trong một đoạn.', 'Delete the tag and type it again within one paragraph.'),
  },
  doubled: {
    message: (tag) => say(`Thẻ "{{${tag}}}" có hai dấu ngoặc`, `The tag "{{${tag}}}" has doubled braces`),
    hint: (tag) =>
      say(`Trong mẫu chỉ dùng một dấu ngoặc: {${tag}}.`, `In a template a tag has single braces: {${tag}}.`),
  },
  wide: {
    message: (tag) =>
      say(`"${tag}" đứng giữa dấu ngoặc của bàn phím khác`, `"${tag}" stands in the braces of another keyboard`),
    hint: (tag) => say(`Gõ lại bằng dấu ngoặc nhọn thường: {${tag}}.`, `Type it with ordinary braces: {${tag}}.`),
  },
  'block-unclosed': {
    message: (tag) => say(`Phần "{${tag}}" không được đóng`, `The block "{${tag}}" is not closed`),
    hint: (tag) => say(`Thêm {/${tag.slice(1)}} ở cuối phần đó.`, `Add {/${tag.slice(1)}} where it ends.`),
  },
  'block-unopened': {
    message: (tag) => say(`"{/${tag}}" đóng một phần chưa được mở`, `"{/${tag}}" closes a block that was not opened`),
    hint: (tag) =>
      say(`Thêm {#${tag}} ở đầu phần đó, hoặc xóa {/${tag}}.`, `Add {#${tag}} where it begins, or delete {/${tag}}.`),
  },
  crossed: {
    message: (tag, other) =>
      say(`Hai phần "${tag}" và "${other}" chồng chéo nhau`, `The blocks "${tag}" and "${other}" overlap`),
    hint: (tag, other) => say(`Đóng {/${other}} trước {/${tag}}.`, `Close {/${other}} before {/${tag}}.`),
  },
  mismatched: {
    message: (tag, other) =>
      say(
        `"{/${tag}}" không khớp với phần đang mở "{#${other}}"`,
        `"{/${tag}}" does not match the open block "{#${other}}"`,
      ),
    hint: (_, other) => didYouMean(`{/${other}}`, say('', '')),
  },
};
