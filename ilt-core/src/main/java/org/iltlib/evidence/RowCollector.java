package org.iltlib.evidence;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the wanted cells of the rows that the CSV reader meets, and gives them out when there are enough. The first
 * row gives the names of all cells. Not thread-safe.
 */
final class RowCollector extends AbstractBaseCsvCallbackHandler<CellRows> {
    private final List<String> header = new ArrayList<>();
    private boolean isHeader = true;
    private int[] placeOf = {};
    private CellRows rows = new CellRows(0);
    private long begun = 1;
    private long lastLine = 1;

    /** Whether the last row is the mark at the end of a text that is whole. */
    private boolean marked;

    /** The cells of the first row, as they are. */
    List<String> header() {
        return List.copyOf(header);
    }

    /** From the next row on, those cells are wanted: the first is number 0, wherever it stands in the file. */
    void want(int[] columns) {
        placeOf = new int[header.size()];
        Arrays.fill(placeOf, -1);
        for (int place = 0; place < columns.length; place++) {
            placeOf[columns[place]] = place;
        }
        rows = new CellRows(columns.length);
        isHeader = false;
    }

    /** The rows since the last exchange; the others take the ones to come. */
    CellRows exchange(CellRows others) {
        CellRows collected = rows;
        rows = others;
        return collected;
    }

    /** The line at which the last row begins that was read to its end. */
    long lastLine() {
        return lastLine;
    }

    /** Whether what was read last is the end of a text of which all quotations are closed. */
    boolean isWhole() {
        return marked;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        if (marked) {
            rows.end(begun, 1);
            marked = false;
        }
        begun = startingLineNumber;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        marked = index == 0 && length == 1 && buffer[offset] == SourceText.END;
        if (isHeader) {
            header.add(new String(buffer, offset, length));
        } else if (index < placeOf.length && placeOf[index] >= 0) {
            rows.keep(placeOf[index], buffer, offset, offset + length);
        }
    }

    @Override
    protected @Nullable CellRows buildRecord() {
        if (getRecordType() == RecordType.EMPTY) {
            return null;
        }
        if (marked) {
            return null;
        }
        lastLine = begun;
        if (isHeader) {
            return rows;
        }
        rows.end(begun, getFieldCount());
        return rows.isFull() ? rows : null;
    }
}
