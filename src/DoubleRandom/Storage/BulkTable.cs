using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace DoubleRandom.Storage;

/// <summary>
/// One table written past the change tracker, inside the open transaction: prepared statements on SQLite, binary COPY on
/// PostgreSQL. The columns and their conversions are those of the model, so a row reads the same however it was written.
/// </summary>
/// <typeparam name="T">The stored row.</typeparam>
internal sealed class BulkTable<T>
    where T : CountyRow
{
    private readonly SupervisionDb db;
    private readonly Column[] columns;
    private readonly string table;

    public BulkTable(SupervisionDb db)
    {
        this.db = db;
        var kind = db.Model.FindEntityType(typeof(T))!;
        table = kind.GetTableName()!;
        columns = [.. kind.GetProperties().Select(p => new Column(p))];
    }

    /// <summary>Adds rows.</summary>
    /// <returns>How many.</returns>
    public Task<int> InsertAsync(IEnumerable<T> rows, CancellationToken stop) => db.Database.GetDbConnection() is NpgsqlConnection postgres
        ? CopyAsync(postgres, table, rows, stop)
        : RunAsync($"INSERT INTO {table} ({Names(columns)}) VALUES ({string.Join(", ", columns.Index().Select(c => $"@p{c.Index}"))})", rows, stop);

    /// <summary>Replaces rows by their key.</summary>
    /// <returns>How many were there to be replaced.</returns>
    public async Task<int> UpdateAsync(IEnumerable<T> rows, CancellationToken stop)
    {
        var keys = columns.Index().Where(c => c.Item.IsKey).ToArray();
        var rest = columns.Index().Where(c => !c.Item.IsKey).ToArray();
        if (db.Database.GetDbConnection() is not NpgsqlConnection postgres)
        {
            return await RunAsync(
                $"UPDATE {table} SET {string.Join(", ", rest.Select(c => $"{c.Item.Name} = @p{c.Index}"))} WHERE {string.Join(" AND ", keys.Select(c => $"{c.Item.Name} = @p{c.Index}"))}",
                rows,
                stop);
        }

        await ExecuteAsync($"CREATE TEMP TABLE incoming_{table} (LIKE {table}) ON COMMIT DROP", stop);
        await CopyAsync(postgres, "incoming_" + table, rows, stop);
        return await ExecuteAsync(
            $"UPDATE {table} SET {string.Join(", ", rest.Select(c => $"{c.Item.Name} = i.{c.Item.Name}"))} FROM incoming_{table} i WHERE {string.Join(" AND ", keys.Select(c => $"{table}.{c.Item.Name} = i.{c.Item.Name}"))}",
            stop);
    }

    /// <summary>Keeps other writers of the table away until the transaction ends; readers go on. SQLite has one writer anyway.</summary>
    public Task LockAsync(CancellationToken stop) => db.Database.GetDbConnection() is NpgsqlConnection
        ? ExecuteAsync($"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE", stop)
        : Task.CompletedTask;

    private static string Names(IEnumerable<Column> columns) => string.Join(", ", columns.Select(c => c.Name));

    private async Task<int> CopyAsync(NpgsqlConnection postgres, string into, IEnumerable<T> rows, CancellationToken stop)
    {
        await using var copy = await postgres.BeginBinaryImportAsync($"COPY {into} ({Names(columns)}) FROM STDIN (FORMAT BINARY)", stop);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(stop);
            foreach (var column in columns)
            {
                if (column.Of(row) is { } value)
                {
                    await copy.WriteAsync(value, column.StoreType, stop);
                }
                else
                {
                    await copy.WriteNullAsync(stop);
                }
            }
        }

        return (int)await copy.CompleteAsync(stop);
    }

    private async Task<int> RunAsync(string statement, IEnumerable<T> rows, CancellationToken stop)
    {
        await using var command = Command(statement);
        var parameters = columns.Index().Select(c =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{c.Index}";
            command.Parameters.Add(parameter);
            return parameter;
        }).ToArray();
        var written = 0;
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                parameters[i].Value = columns[i].Of(row) ?? DBNull.Value;
            }

            stop.ThrowIfCancellationRequested();
            written += await command.ExecuteNonQueryAsync(stop);
        }

        return written;
    }

    private async Task<int> ExecuteAsync(string statement, CancellationToken stop)
    {
        await using var command = Command(statement);
        return await command.ExecuteNonQueryAsync(stop);
    }

    private DbCommand Command(string statement)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("Bulk writing needs the transaction that also holds its audit entries.");
#pragma warning disable CA2100 // names of tables and columns come from the model, values from parameters
        command.CommandText = statement;
#pragma warning restore CA2100
        return command;
    }

    private sealed class Column(IProperty property)
    {
        private readonly Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter? converter = property.GetTypeMapping().Converter;
        private readonly System.Reflection.PropertyInfo reader = property.PropertyInfo!;

        public string Name { get; } = property.GetColumnName();

        /// <summary>Without length: COPY wants the bare type.</summary>
        public string StoreType { get; } = property.GetColumnType().Split('(')[0];

        public bool IsKey { get; } = property.IsPrimaryKey();

        public object? Of(T row)
        {
            var value = reader.GetValue(row);
            return value is null || converter is null ? value : converter.ConvertToProvider(value);
        }
    }
}
