/**
 * JSON as Ollama 0.33 reads and writes it, which is to say as Go's encoding/json does, error texts included. Knows no
 * endpoint and no HTTP; a general JSON library is not used because neither the texts nor their order could be had from
 * one.
 */
@NullMarked
package dev.enfilade.adapter.in.ollama.json;

import org.jspecify.annotations.NullMarked;
