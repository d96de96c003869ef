/**
 * HTTP as Ollama 0.33 speaks it: routes and methods, redirects, replies, and errors in its words. Knows no endpoint and
 * nothing of what is asked or answered.
 */
@NullMarked
package dev.enfilade.adapter.in.ollama.http;

import org.jspecify.annotations.NullMarked;
