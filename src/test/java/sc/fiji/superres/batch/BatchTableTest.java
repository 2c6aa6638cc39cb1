package sc.fiji.superres.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class BatchTableTest {

	@Test
	void theFile() {
		final BatchTable table = new BatchTable(List.of(new Row("a.tif", Status.DONE, "", 1.23456, 33.123456), new Row("b, c.tif",
			Status.SKIPPED, "", 2, Double.NaN), new Row("d.tif", Status.FAILED, "d.tif is \"cut\".\nBad.", 0, Double.NaN), new Row(
				"e.tif", Status.DONE, "", 1, Double.POSITIVE_INFINITY)));
		assertEquals(List.of("file,status,reason,seconds,psnr", "a.tif,done,,1.235,33.1235", "\"b, c.tif\",skipped,,2.000,",
			"d.tif,failed,\"d.tif is \"\"cut\"\".\nBad.\",,", "e.tif,done,,1.000,Infinity"), table.toCsv());
		assertEquals("2 done, 1 skipped, 1 failed, mean PSNR 33.123 dB", table.summary());
		assertFalse(table.isComplete() || table.isVain());
	}

	@Test
	void nothingAtAll() {
		final BatchTable table = new BatchTable(List.of());
		assertTrue(table.isComplete() && table.isVain());
		assertTrue(Double.isNaN(table.meanPsnr()));
	}
}
