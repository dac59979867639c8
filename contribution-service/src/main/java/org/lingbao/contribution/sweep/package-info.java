/** What is done to all persons at once (批次): ordered, prepared, done in buckets by whoever is there, and looked at. */
@NullMarked
package org.lingbao.contribution.sweep;

import org.jspecify.annotations.NullMarked;
