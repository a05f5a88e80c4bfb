using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;

namespace PayPage.Domain.Fort;

/// <summary>What a row or a call says beside the invoice itself.</summary>
/// <param name="LinkId">The merchant's own; null: we make one.</param>
/// <param name="Language"><c>en</c> or <c>ar</c>.</param>
public sealed record FortParticulars(string? LinkId, string Language, string? ReturnUrl)
{
    /// <param name="cells">Of a good row.</param>
    public static FortParticulars Of(FileColumns columns, IReadOnlyList<string> cells)
    {
        return new FortParticulars(Cell(FortColumns.LinkId), Cell(FortParameter.Language) ?? "en", Cell(FortColumns.ReturnUrl));

        string? Cell(string name) => columns.Cell(cells, name).Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>For a row whose link would have the id of another.</summary>
    public static RowFault LinkIdTaken { get; } = new(FortColumns.LinkId, FortColumns.LinkId, "You have a link with this id already. Ids of links are unique.");
}
