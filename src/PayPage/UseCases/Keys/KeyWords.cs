using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Keys;

/// <summary>What a person says of a key.</summary>
/// <param name="Mode"><see cref="Live"/>, or for tests.</param>
/// <param name="Kind"><see cref="Signed"/>, or sent.</param>
/// <param name="Scopes"><c>read</c>, <c>write</c>, <c>refund</c>.</param>
/// <param name="Signer">The merchant id that signed calls name; nothing: our own.</param>
internal sealed record KeyWords(string? Name, string? Mode, string? Kind, IReadOnlyList<string> Scopes, string? Signer)
{
    public const string Live = "live";
    public const string Signed = "signed";

    private static readonly Dictionary<string, ApiScopes> Names = new(StringComparer.Ordinal)
    {
        ["read"] = ApiScopes.Read,
        ["write"] = ApiScopes.Write,
        ["refund"] = ApiScopes.Refund,
    };

    /// <returns><see cref="ApiScopes.None"/> for a word that names none.</returns>
    public static ApiScopes Scope(string name) => Names.GetValueOrDefault(name);

    /// <returns>Those of which it is made, as they are written.</returns>
    public static IEnumerable<string> NamesOf(ApiScopes scopes) => Names.Where(pair => scopes.HasFlag(pair.Value)).Select(pair => pair.Key);
}
