package dev.dockhand.hardware.gs1;

/** What came of reading GS1 data: the fields, or what is wrong. */
public sealed interface Gs1Result permits Gs1, Gs1Failure {}
