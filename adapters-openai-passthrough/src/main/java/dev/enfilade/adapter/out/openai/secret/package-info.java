/** What proves to a backend who asks, and how it is kept out of everything else. Nothing here talks to a backend. */
@NullMarked
package dev.enfilade.adapter.out.openai.secret;

import org.jspecify.annotations.NullMarked;
