/** What must become of the answers and exceptions of backends. */
@NullMarked
package dev.enfilade.adapter.out.openai.failure;

import org.jspecify.annotations.NullMarked;
