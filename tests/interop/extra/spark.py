"""Runs the query in each folder by Spark SQL, over a table of cases in partitioned Parquet.

usage: python3 spark.py FOLDER...

The columns that `decide` tells are compared with expected.tsv. Then a value is changed in the first query, and that
must be noticed.
"""

import pathlib
import sys
import tempfile

from pyspark.sql import SparkSession

COLUMNS = ["id", "consequences", "allowed", "open_consequences", "forbidden", "undetermined", "deferred"]


def told(spark, query):
    """What the query says of the table `cases`, as expected.tsv has it."""
    spark.sql(query.rstrip().removesuffix(";")).createOrReplaceTempView("result")
    rows = spark.sql(f"SELECT {', '.join(COLUMNS)} FROM result ORDER BY id").collect()
    return "".join("\t".join(str(value) for value in row) + "\n" for row in rows)


def main():
    folders = [pathlib.Path(one) for one in sys.argv[1:]]
    spark = (SparkSession.builder.master("local[2]").appName("meldc")
             .config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false").config("spark.driver.bindAddress", "127.0.0.1")
             .config("spark.driver.host", "127.0.0.1").config("spark.sql.shuffle.partitions", "2").getOrCreate())
    spark.sparkContext.setLogLevel("ERROR")
    is_right = bool(folders)
    for number, folder in enumerate(folders):
        path = next(folder.glob("*.sql"))
        query = path.read_text(encoding="utf-8")
        expected = (folder / "expected.tsv").read_text(encoding="utf-8")
        cases = spark.read.csv(str(folder / "cases.csv"), header=True)
        with tempfile.TemporaryDirectory() as table:
            # A column that is a partition is not in the files: the query must find it all the same.
            cases.withColumn("id", cases.id.cast("int")).write.mode("overwrite").partitionBy(*cases.columns[1:3]).parquet(table)
            spark.read.parquet(table).createOrReplaceTempView("cases")
            partitions = len(list(pathlib.Path(table).glob("*/*/")))
            is_equal = told(spark, query) == expected
            print(f"Spark: {path.name}: {expected.count(chr(10))} cases in {partitions} partitions"
                  f"{'' if is_equal else ', NOT as expected'}")
            is_right = is_right and is_equal
            if number == 0 and told(spark, query.replace(" THEN 'moet'", " THEN 'mag'", 1)) == expected:
                print("Spark: another value was not noticed")
                is_right = False
    spark.stop()
    return 0 if is_right else 1


if __name__ == "__main__":
    sys.exit(main())
