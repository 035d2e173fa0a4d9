/// What all pages and resources share: language, security headers, texts for templates, and the one
/// place where a failure becomes an answer (RFC 9457 for programs, a page for people).
///
/// No request causes a stack trace in an answer; a fault of ours answers 500 with an id under which
/// the log has it. Proved by `ProblemsTest` and `SecurityHeadersTest`.
@NullMarked
package vn.sovang.api.web;

import org.jspecify.annotations.NullMarked;
