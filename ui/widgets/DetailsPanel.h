// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Checkpoint.h"
#include "ui/theme/StateLook.h"

#include <QScrollArea>

#include <optional>

class QVBoxLayout;

namespace bascule::ui {

/// One of the values of an editable fact.
struct Choice
{
    QString value = {}; ///< given back by DetailsPanel::edited
    QString text = {};
    bool operator==(const Choice&) const = default;
};

/// A line of the facts' form: muted label, value. With `field` it can be changed and edited(field, value) says so.
struct Fact
{
    enum class Kind { Text, Choice, Line, Check, Number, DateTime };
    QString label = {};
    QString text = {}; ///< what is shown (Text); the placeholder (Line, Choice without value)
    Kind kind = Kind::Text;
    QString field = {};
    QString value = {}; ///< the current value: a choice's value, the line's text, "yes"/"no", a number, ISO UTC
    QList<Choice> choices = {};
    std::optional<Target> link = {}; ///< Text only: the text leads there
    Look look = Look::None;          ///< Text only: state icon before the text
    bool muted = false, fixed = false;
    bool enabled = true;
    QString reason = {}; ///< why it cannot be changed
    bool operator==(const Fact& other) const;
};

struct DetailButton
{
    QString id = {}; ///< given back by DetailsPanel::pressed
    QString text = {};
    ButtonRole role = ButtonRole::Plain;
    QString reason = {}; ///< not empty: disabled, for this reason
    QString icon = {};
    bool operator==(const DetailButton&) const = default;
};

/// A piece of a section, in the order given.
struct Block
{
    enum class Kind { Finding, Check, Evidence, Paragraph, Caption, Fixed, Buttons, Link, Progress };
    Kind kind = Kind::Paragraph;
    Look look = Look::None;
    QString title = {}; ///< Finding: the word; Evidence: the name at the left; Check: the text
    QString text = {};  ///< the sentence; Check: the value at the right; Link: its words
    QString word = {};  ///< Evidence: the state's word at the right
    bool muted = false;
    std::optional<Target> link = {}; ///< Finding, Check (the value is a link), Link
    QString linkText = {};           ///< Finding
    QString linkId = {};             ///< a link that goes nowhere else: pressed(linkId)
    QList<DetailButton> buttons = {};
    double progress = -1; ///< 0…1
    bool operator==(const Block& other) const;
};

struct Section
{
    QString title = {}; ///< may be empty
    QList<Block> blocks = {};
    bool operator==(const Section&) const = default;
};

/// All that the panel shows. Fill one and give it to setDetails(): the panel rebuilds only what differs.
struct Details
{
    QString title = {}, subtitle = {};
    QList<Fact> facts = {};
    QList<Section> sections = {};
    QString technical = {}; ///< raw output, behind "Technical details"
    bool operator==(const Details&) const = default;

    Fact& fact(const QString& label, const QString& text);
    Fact& choice(const QString& label, const QString& field, const QString& value, const QList<Choice>& choices,
                 const QString& placeholder = {});
    Fact& line(const QString& label, const QString& field, const QString& value, const QString& placeholder = {});
    Fact& check(const QString& label, const QString& field, bool on);
    Section& section(const QString& heading);
    /// These add to the last section (one without title is made if there is none).
    Block& finding(Look look, const QString& word, const QString& sentence);
    Block& checkLine(Look look, const QString& text, const QString& value = {});
    Block& evidence(const QString& name, Look look, const QString& word, const QString& sentence);
    Block& paragraph(const QString& text);
    Block& caption(const QString& text);
    Block& fixedText(const QString& text);
    Block& buttons(const QList<DetailButton>& buttons);
    Block& link(const QString& text, const Target& target);
    Block& linkAction(const QString& text, const QString& id);
    Block& progress(double part, const QString& caption);

private:
    Block& add(Block::Kind kind);
};

/// What is known of the selected row, at the list's right, without a card: 304 px wide, 400 at most. Everything is
/// plain text. Widgets with the focus survive an equal setDetails(); a changed one gives the focus back to its field.
class DetailsPanel : public QScrollArea
{
    Q_OBJECT
public:
    explicit DetailsPanel(QWidget* parent = nullptr);

    void setDetails(const Details& details);
    const Details& details() const { return m_details; }
    /// "Choose a row to see it here" or the like, when nothing is selected.
    void setPlaceholder(const QString& sentence);

Q_SIGNALS:
    void linkActivated(const bascule::Target& target);
    /// A person changed an editable fact (lines: on Enter or when the focus leaves).
    void edited(const QString& field, const QString& value);
    void pressed(const QString& buttonId);

protected:
    void changeEvent(QEvent* event) override;
    QSize sizeHint() const override { return {304, 400}; }

private:
    void rebuild();
    bool isBeingEdited() const;
    void waitForField();
    void addFacts(QVBoxLayout* layout);
    void addSection(QVBoxLayout* layout, const Section& section);
    void addBlock(QVBoxLayout* layout, const Block& block);
    QWidget* makeField(const Fact& fact);
    void addTechnical(QVBoxLayout* layout);

    Details m_details;
    QString m_placeholder;
    bool m_technicalOpen = false;
    bool m_late = false; ///< details wait until a field is left
};

} // namespace bascule::ui
