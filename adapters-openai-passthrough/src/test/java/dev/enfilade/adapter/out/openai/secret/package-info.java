/** Who gets which key, and who sees none. */
@NullMarked
package dev.enfilade.adapter.out.openai.secret;

import org.jspecify.annotations.NullMarked;
