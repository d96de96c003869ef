/** Certificates and keys as people have them in files, and sockets that go by them. Nothing here reads a file. */
@NullMarked
package dev.enfilade.adapter.out.openai.tls;

import org.jspecify.annotations.NullMarked;
