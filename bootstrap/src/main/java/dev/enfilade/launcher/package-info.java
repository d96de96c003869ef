/** What an old Java sees first. Compiled for Java 8: nothing here may use or name anything newer. */
@NullMarked
package dev.enfilade.launcher;

import org.jspecify.annotations.NullMarked;
