/** Whether a person can choose a tier for a year. */
@NullMarked
package org.lingbao.contribution.resident.domain;

import org.jspecify.annotations.NullMarked;
