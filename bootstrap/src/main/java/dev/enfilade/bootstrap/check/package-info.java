/**
 * What operators ask before and beside the server: whether a deployment would work, step by step, and which models it
 * would show. Nothing here prints, and nothing here is part of serving.
 */
@NullMarked
package dev.enfilade.bootstrap.check;

import org.jspecify.annotations.NullMarked;
