/**
 * The Ollama HTTP API. Translates between the wire and the driving ports; sees neither a backend nor another adapter.
 */
@NullMarked
package dev.enfilade.adapter.in.ollama;

import org.jspecify.annotations.NullMarked;
