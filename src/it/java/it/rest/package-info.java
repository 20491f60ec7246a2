/// What those get who ask once: tags, forms, choices and pages.
@NullMarked
package it.rest;

import org.jspecify.annotations.NullMarked;
