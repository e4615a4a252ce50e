package dev.dockhand.app.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a charset, CP949 as Windows calls it. */
final class Charsets implements ITypeConverter<Charset> {

    @Override
    public Charset convert(String name) {
        try {
            return Charset.forName(name.toUpperCase(Locale.ROOT).equals("CP949") ? "MS949" : name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new TypeConversionException("no charset '%s'; for instance UTF-8, CP949".formatted(name));
        }
    }
}
