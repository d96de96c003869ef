/** The domain's requests in the types of OpenAI's SDK. Pure functions: nothing here sends. */
@NullMarked
package dev.enfilade.adapter.out.openai.request;

import org.jspecify.annotations.NullMarked;
