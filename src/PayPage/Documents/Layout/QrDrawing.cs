using System.Globalization;
using System.Text;
using PayPage.Documents.Pdf;
using PayPage.Documents.Qr;

namespace PayPage.Documents.Layout;

/// <summary>A QR code as vectors, on a white ground of its own.</summary>
internal sealed class QrDrawing(Uri address)
{
    // 25 mm: a telephone reads it from an arm's length.
    private const double CodeSize = 25 * 72 / 25.4;

    private readonly QrModules _modules = new(address);

    /// <summary>In points, with the quiet zone.</summary>
    public double Size => CodeSize * _modules.Side / (_modules.Side - (2 * QrModules.QuietZone));

    public void Draw(Sheet sheet, double x, double y, PdfTag tag)
    {
        var count = _modules.Side;
        var drawing = new StringBuilder();
        drawing.Append(CultureInfo.InvariantCulture, $"{1.0 / count:0.#########} 0 0 {1.0 / count:0.#########} 0 0 cm 1 1 1 rg 0 0 {count} {count} re f 0 0 0 rg");

        foreach (var (row, column, length) in _modules.Runs())
        {
            drawing.Append(CultureInfo.InvariantCulture, $" {column} {count - row - 1} {length} 1 re");
        }

        sheet.Unit(x, y, Size, Size, drawing.Append(" f").ToString(), tag);
    }
}
