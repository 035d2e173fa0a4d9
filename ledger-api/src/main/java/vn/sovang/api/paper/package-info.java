/// Official papers (*văn bản hành chính*) in the layout of NĐ 30/2020/NĐ-CP, Phụ lục I: what goes
/// on a paper is decided once ([Paper]); Word, PDF, Excel and plain text are ways of writing it.
/// Papers are in Vietnamese, whoever asks.
@NullMarked
package vn.sovang.api.paper;

import org.jspecify.annotations.NullMarked;
