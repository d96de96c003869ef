/** What can be told of a finished call without telling what was said in it. No prompts, no answers, no keys. */
@NullMarked
package dev.enfilade.domain.observation;

import org.jspecify.annotations.NullMarked;
