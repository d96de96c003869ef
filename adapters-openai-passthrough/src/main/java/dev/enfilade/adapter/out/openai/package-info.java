/**
 * Any OpenAI-compatible server as a backend: the ports, over the SDK's requests, our own transport and our own
 * decoders. The packages below do not know this one.
 */
@NullMarked
package dev.enfilade.adapter.out.openai;

import org.jspecify.annotations.NullMarked;
