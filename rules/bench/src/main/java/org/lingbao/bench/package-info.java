/**
 * How fast the rules are on one core, each beside a bare loop that does the least such work can be.
 *
 * {@snippet lang="shell" :
 * ./mvnw -B -q -ntp -Pbench -pl rules,rules/bench -Dmaven.test.skip=true package
 * java -cp 'rules/bench/target/classes:rules/bench/target/lib/*' org.lingbao.bench.Main
 * }
 */
@NullMarked
package org.lingbao.bench;

import org.jspecify.annotations.NullMarked;
