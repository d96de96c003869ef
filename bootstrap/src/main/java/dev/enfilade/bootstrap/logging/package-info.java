/** One line for every request, off the path of the request. No prompts, no answers, no keys, no query strings. */
@NullMarked
package dev.enfilade.bootstrap.logging;

import org.jspecify.annotations.NullMarked;
