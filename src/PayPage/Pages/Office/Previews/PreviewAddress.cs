using Microsoft.AspNetCore.Http.Extensions;
using PayPage.UseCases.Previews;
using PayPage.Wording;

namespace PayPage.Pages.Office.Previews;

/// <summary>What stands behind <c>/previews/</c> in an address. Words that are none of ours mean what is meant without them.</summary>
/// <param name="Invoice">The number of a saved invoice; null: the form's, else a sample.</param>
/// <param name="Form">What is not saved, sealed (<see cref="SealPreview.Form"/>); null: nothing.</param>
internal sealed record PreviewAddress(PreviewKind Kind, PreviewState State, bool IsDark, bool IsWide, string? Language, string? Invoice, string? Form)
{
    public const string Dark = "dark";
    public const string Desktop = "desktop";

    public static PreviewAddress Read(string? kind, IQueryCollection query) => new(
        PreviewNames.Kinds.FirstOrDefault(k => k.Name == kind).Kind,
        PreviewNames.States.FirstOrDefault(s => s.Name == query["state"]).State,
        query["scheme"] == Dark,
        query["device"] == Desktop,
        Languages.Of(query["language"])?.Tag,
        Given(query["invoice"]),
        Given(query["form"]));

    public PreviewWish Wish(IReadOnlyDictionary<string, string>? fields) => new()
    {
        Kind = Kind,
        State = State,
        Number = Invoice,
        Fields = fields ?? new Dictionary<string, string>(),
        Language = Language,
        IsDark = IsDark,
        IsWide = IsWide,
    };

    /// <summary>E.g. <c>page?state=paid&amp;invoice=INV-000007</c>.</summary>
    public string Written => $"{PreviewNames.Of(Kind)}{Query}";

    /// <summary>With its question mark; nothing where all is as it is without.</summary>
    public string Query
    {
        get
        {
            var query = new QueryBuilder();
            Add("state", State == PreviewState.Unopened ? null : PreviewNames.Of(State));
            Add("scheme", IsDark ? Dark : null);
            Add("device", IsWide ? Desktop : null);
            Add("language", Language);
            Add("invoice", Invoice);
            Add("form", Form);
            return query.ToString();

            void Add(string name, string? value)
            {
                if (value is not null)
                {
                    query.Add(name, value);
                }
            }
        }
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
