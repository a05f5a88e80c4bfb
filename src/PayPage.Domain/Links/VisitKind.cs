namespace PayPage.Domain.Links;

/// <summary>Who fetched a link's page, as far as the request tells.</summary>
public enum VisitKind
{
    /// <summary>A mail scanner, a previewer, a prefetch, or an old browser that does not say that it navigates.</summary>
    Machine,

    /// <summary>A browser that navigated there.</summary>
    Page,
}
