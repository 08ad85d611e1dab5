;;; bnlint.el --- The quality checker for Bengali text -*- lexical-binding: t -*-

;; Copyright: the bnlint contributors.  Licence: Apache-2.0.
;; Works with eglot (Emacs 29, or the package) and with lsp-mode, whichever is loaded.

;;; Code:

(defgroup bnlint nil "The quality checker for Bengali text." :group 'text)

(defcustom bnlint-program "bnlint" "The program." :type 'string)

(defcustom bnlint-settings nil
  "Settings as a property list, such as (:language \"en\" :profile \"copyedit\")."
  :type 'plist)

(defvar eglot-server-programs)
(defvar lsp-language-id-configuration)

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               `((text-mode markdown-mode gfm-mode)
                 . (,bnlint-program "lsp" :initializationOptions ,bnlint-settings))))

(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(text-mode . "plaintext"))
  (with-no-warnings
    (lsp-register-client
     (make-lsp-client
      :new-connection (lsp-stdio-connection (lambda () (list bnlint-program "lsp")))
      :activation-fn (lsp-activate-on "plaintext" "markdown")
      :initialization-options (lambda () bnlint-settings)
      :add-on? t
      :server-id 'bnlint))))

(provide 'bnlint)
;;; bnlint.el ends here
