package vn.sovang.api.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a handler that answers with a file to take away (*kết xuất*): it is entered before it
/// answers, and does not answer if that cannot be done.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TakesAway {}
