/// What people read (*văn bản hiển thị*): one bundle of texts in Vietnamese and English, the
/// office's way to write days and numbers, and the failures that every door to the service words
/// alike.
///
/// Texts are in `messages.properties` (Vietnamese) and `messages_en.properties`; no other file of
/// this module holds text for readers, but for the help of the command line (`cli*.properties`) and
/// the texts of the import. Free of Spring, so that the command line uses it too. Proved by
/// `MessagesTest`.
@NullMarked
package vn.sovang.api.text;

import org.jspecify.annotations.NullMarked;
