"""The table of costs in docs/deploy.md is what .ci/costs prints."""

import re
import subprocess
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEPLOY = (ROOT / "docs/deploy.md").read_text()


class CostsTest(unittest.TestCase):
    def setUp(self):
        done = subprocess.run([ROOT / ".ci/costs"], capture_output=True, text=True, check=True)
        self.rows = done.stdout.splitlines()
        self.section = re.search(r"^## Costs$(.*?)^## ", DEPLOY, re.M | re.S)[1]

    def test_rows_are_those_of_the_page(self):
        table = [line for line in self.section.splitlines() if line.startswith("| ") and "$" in line]
        self.assertEqual(table, self.rows)

    def test_there_are_sizes_and_each_column_has_a_heading(self):
        self.assertGreaterEqual(len(self.rows), 2)
        heading = next(line for line in self.section.splitlines() if line.startswith("| Requests"))
        self.assertEqual({row.count("|") for row in self.rows}, {heading.count("|")})

    def test_sums_are_sums(self):
        for row in self.rows:
            cells = [float(cell.replace(",", "")) for cell in re.findall(r"([\d,.]+) \$", row)]
            calls, metrics, standing, whole, without, executions, gateway = cells
            self.assertAlmostEqual(whole, calls + metrics + standing, delta=0.02)
            self.assertAlmostEqual(without, whole - metrics, delta=0.02)
            self.assertLess(whole, executions)
            self.assertGreater(gateway - whole, 30)

    def test_page_says_of_which_day_the_prices_are(self):
        day = re.search(r'DAY = "(\d{4}-\d\d-\d\d)"', (ROOT / ".ci/costs").read_text())[1]
        self.assertIn(day, self.section)


if __name__ == "__main__":
    unittest.main()
