/** Any OpenAI-compatible backend behind the driven ports. The only place that knows the SDK; serves no HTTP. */
@NullMarked
package dev.enfilade.adapter.out.openai;

import org.jspecify.annotations.NullMarked;
