using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PayPage.UseCases.Batches;

/// <summary>How files of invoices are worked on.</summary>
public sealed class BatchOptions
{
    public const string Section = "Batches";

    /// <summary>How long processing may be taken back by a person: 0 to 3600 seconds.</summary>
    [Range(0, 3600)]
    public int UndoSeconds { get; set; } = 60;

    /// <summary>How many mails and texts of one file may leave in a minute: 1 to 60,000.</summary>
    [Range(1, 60_000)]
    public int MessagesPerMinute { get; set; } = 600;

    /// <summary>Rows made into invoices in one unit of work: 1 to 500. Payers wait for one unit at most.</summary>
    [Range(1, 500)]
    public int RowsPerUnit { get; set; } = 10;

    public TimeSpan UndoTime => TimeSpan.FromSeconds(UndoSeconds);

    public TimeSpan Pace => TimeSpan.FromMinutes(1) / MessagesPerMinute;
}

[OptionsValidator]
internal sealed partial class BatchOptionsValidator : IValidateOptions<BatchOptions>;
