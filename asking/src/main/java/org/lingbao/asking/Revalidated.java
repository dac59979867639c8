package org.lingbao.asking;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The answer is public and the same for everybody, such as the law of a day: it carries an {@code ETag} and may be kept for some
 * minutes; who asks again with {@code If-None-Match} gets 304 while it has not changed.
 */
@NameBinding
@Target({TYPE, METHOD})
@Retention(RUNTIME)
public @interface Revalidated {}
