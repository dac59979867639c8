/** The real parts that tests and {@code ./lingbao up} stand on: PostgreSQL, Kafka, an OpenID Connect issuer. */
@NullMarked
package org.lingbao.local.part;

import org.jspecify.annotations.NullMarked;
